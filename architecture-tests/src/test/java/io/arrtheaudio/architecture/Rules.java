package io.arrtheaudio.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import io.arrtheaudio.adapter.cli.Wiring;
import io.arrtheaudio.adapter.cli.seeded.CliAsksAnOutPort;
import io.arrtheaudio.adapter.cli.seeded.CliEndsTheProgram;
import io.arrtheaudio.adapter.cli.seeded.CliWritesMedia;
import io.arrtheaudio.adapter.files.seeded.FilesAsksAnInPort;
import io.arrtheaudio.adapter.files.seeded.FilesCallsTheShell;
import io.arrtheaudio.adapter.files.seeded.FilesKnowsAService;
import io.arrtheaudio.adapter.files.seeded.FilesKnowsTheCli;
import io.arrtheaudio.adapter.files.seeded.FilesShowsItsInside;
import io.arrtheaudio.adapter.files.seeded.FilesUsesUnlistedLibrary;
import io.arrtheaudio.adapter.unlisted.seeded.InNoList;
import io.arrtheaudio.domain.seeded.DomainChanges;
import io.arrtheaudio.domain.seeded.DomainReadsFiles;
import io.arrtheaudio.domain.seeded.TrackUtils;
import io.arrtheaudio.domain.seeded.cycle.CycleHere;
import io.arrtheaudio.domain.seeded.cycle.back.CycleBack;
import io.arrtheaudio.embedded.seeded.EmbeddedUsesDatabase;
import io.arrtheaudio.launcher.server.seeded.LauncherGoesThroughTheDoor;
import io.arrtheaudio.port.in.seeded.InPortKnowsAnOutPort;
import io.arrtheaudio.port.out.MediaInspector;
import io.arrtheaudio.port.out.seeded.OutPortLogs;
import io.arrtheaudio.service.seeded.ServiceAsksTheClock;
import io.arrtheaudio.service.seeded.ServiceKeepsState;
import io.arrtheaudio.service.seeded.ServiceKnowsAnAdapter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every rule, in the order of its number. */
final class Rules {

    private static final String GRAB_BAG = ".*(Impl|Utils?|Helper|Manager|Mapper|Dto|Common|Base)";
    private static final String MAIN = "io\\.arrtheaudio\\.launcher\\.[a-z]+\\.Main";

    private Rules() {}

    static List<Rule> all() {
        return Stream.of(layers(), directions(), technologies(), code())
                .flatMap(List::stream)
                .toList();
    }

    /** What each layer may know at all. */
    private static List<Rule> layers() {
        return List.of(
                new Rule(
                        "R1 the domain is plain Java",
                        classes()
                                .that(in(Layers.DOMAIN))
                                .should()
                                .onlyDependOnClassesThat(plainJava().or(in(Layers.DOMAIN))),
                        List.of(DomainReadsFiles.class),
                        "java.nio.file.Files.exists"),
                new Rule(
                        "R2 no hidden clock, chance, environment or sleep",
                        noClasses()
                                .that(in(Layers.DOMAIN, Layers.PORT, Layers.SERVICE))
                                .should(new HiddenInputs()),
                        List.of(ServiceAsksTheClock.class),
                        "java.time.Instant.now()"),
                new Rule(
                        "R3 ports know the domain and nothing else",
                        classes()
                                .that(in(Layers.PORT))
                                .should()
                                .onlyDependOnClassesThat(plainJava().or(in(Layers.DOMAIN, Layers.PORT))),
                        List.of(OutPortLogs.class),
                        "org.slf4j.Logger"),
                new Rule(
                        "R5 services know domain, ports, the JDK and SLF4J",
                        classes()
                                .that(in(Layers.SERVICE))
                                .should()
                                .onlyDependOnClassesThat(resideInAPackage("java..")
                                        .or(in("org.slf4j", Layers.DOMAIN, Layers.PORT, Layers.SERVICE))),
                        List.of(ServiceKnowsAnAdapter.class),
                        "io.arrtheaudio.adapter.files.BuiltInEngine"),
                new Rule(
                        "R6 adapters know no service and no launcher",
                        noClasses()
                                .that(in(Layers.ADAPTER))
                                .should()
                                .dependOnClassesThat(in(Layers.SERVICE, Layers.EMBEDDED, Layers.LAUNCHER)),
                        List.of(FilesKnowsAService.class),
                        "io.arrtheaudio.service.FixRules"),
                new Rule(
                        "the door for embedders knows the services, the built-in engine, the JDK and SLF4J",
                        classes()
                                .that(in(Layers.EMBEDDED))
                                .should()
                                .onlyDependOnClassesThat(resideInAPackage("java..")
                                        .or(in(
                                                "org.slf4j",
                                                Layers.DOMAIN,
                                                Layers.PORT,
                                                Layers.SERVICE,
                                                Layers.ADAPTER + ".files",
                                                Layers.EMBEDDED))),
                        List.of(EmbeddedUsesDatabase.class),
                        "org.jdbi.v3.core.Jdbi"),
                new Rule(
                        "the door for embedders is no way for launchers",
                        noClasses().that(in(Layers.LAUNCHER)).should().dependOnClassesThat(in(Layers.EMBEDDED)),
                        List.of(LauncherGoesThroughTheDoor.class),
                        "io.arrtheaudio.embedded.ArrTheAudio"));
    }

    /** Who may know whom on the same floor. */
    private static List<Rule> directions() {
        return List.of(
                new Rule(
                        "R4 in-ports and out-ports stay apart",
                        slices().matching(Layers.PORT + ".(*)..").should().notDependOnEachOther(),
                        List.of(InPortKnowsAnOutPort.class, MediaInspector.class),
                        "Slice in depends on Slice out"),
                new Rule(
                        "R7 adapters do not know each other",
                        slices().matching(Layers.ADAPTER + ".(*)..").should().notDependOnEachOther(),
                        List.of(FilesKnowsTheCli.class, Wiring.class),
                        "Slice files depends on Slice cli"),
                new Rule(
                        "R8 driving adapters ask in-ports only",
                        noClasses()
                                .that(resideInAnyPackage(Layers.below(Layers.DRIVING)))
                                .should()
                                .dependOnClassesThat(in(Layers.PORT_OUT)),
                        List.of(CliAsksAnOutPort.class),
                        "io.arrtheaudio.port.out.MediaInspector"),
                new Rule(
                        "R9 driven adapters answer out-ports only",
                        noClasses()
                                .that(resideInAnyPackage(Layers.below(Layers.DRIVEN)))
                                .should()
                                .dependOnClassesThat(in(Layers.PORT_IN)),
                        List.of(FilesAsksAnInPort.class),
                        "io.arrtheaudio.port.in.FixDefaultAudio"),
                new Rule(
                        "R14 every adapter is driving or driven",
                        classes()
                                .that(in(Layers.ADAPTER))
                                .should()
                                .resideInAnyPackage(
                                        Layers.below(Stream.concat(Layers.DRIVING.stream(), Layers.DRIVEN.stream())
                                                .toList())),
                        List.of(InNoList.class),
                        InNoList.class.getName()),
                new Rule(
                        "R14 every package that a rule names exists",
                        classes().should(new PackagesExist(Layers.ALL)),
                        List.of(DomainReadsFiles.class),
                        "there is no class in io.arrtheaudio.launcher.cli"),
                new Rule(
                        "R13 packages are free of cycles",
                        slices().matching(Layers.ROOT + ".(**)").should().beFreeOfCycles(),
                        List.of(CycleHere.class, CycleBack.class),
                        "Cycle detected"));
    }

    private static List<Rule> technologies() {
        return Stream.concat(
                        Technology.ALL.stream().map(Technology::rule),
                        Stream.of(
                                new Rule(
                                        "R10 nobody runs a shell",
                                        noClasses().should().callMethodWhere(Calls.to(Runtime.class, "exec")),
                                        List.of(FilesCallsTheShell.class),
                                        "java.lang.Runtime.exec"),
                                new Rule(
                                        "R10 a library has a home before it is used",
                                        classes()
                                                .that(in(Layers.ROOT))
                                                .should()
                                                .onlyDependOnClassesThat(Technology.anyListed()),
                                        List.of(FilesUsesUnlistedLibrary.class),
                                        "org.assertj")))
                .toList();
    }

    /** What code looks like everywhere, and promises that can be read off it. */
    private static List<Rule> code() {
        return List.of(
                new Rule(
                        "R11 fields of the domain are final",
                        classes()
                                .that(in(Layers.DOMAIN).and(not(readers())))
                                .should()
                                .haveOnlyFinalFields(),
                        List.of(DomainChanges.class),
                        "DomainChanges.title"),
                new Rule(
                        "R12 no grab-bag names",
                        noClasses().should().haveNameMatching(GRAB_BAG),
                        List.of(TrackUtils.class),
                        "TrackUtils"),
                new Rule(
                        "what is public is meant to be",
                        classes().that(PublicFace.seen()).should(ArchCondition.from(PublicFace.listed())),
                        List.of(FilesShowsItsInside.class),
                        "FilesShowsItsInside"),
                new Rule(
                        "no static mutable state",
                        fields().that()
                                .areStatic()
                                .should()
                                .beFinal()
                                .andShould()
                                .notHaveModifier(JavaModifier.VOLATILE),
                        List.of(ServiceKeepsState.class),
                        "ServiceKeepsState.runs"),
                new Rule(
                        "only the main of a launcher ends the program",
                        noClasses()
                                .that()
                                .haveNameNotMatching(MAIN)
                                .should()
                                .callMethodWhere(Calls.to(System.class, "exit")
                                        .or(Calls.to(Runtime.class, "exit"))
                                        .or(Calls.to(Runtime.class, "halt"))),
                        List.of(CliEndsTheProgram.class),
                        "java.lang.System.exit"),
                new Rule(
                        "P9 one component opens media for writing",
                        classes().that(in(Layers.ROOT)).should(new DiskWrites()),
                        List.of(CliWritesMedia.class),
                        "java.nio.file.StandardOpenOption.WRITE"));
    }

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(Layers.below(packages)).as("in " + String.join(", ", packages));
    }

    /** A reader of text holds its place in it; nobody outside of its package sees one, and it lives for one call. */
    private static DescribedPredicate<JavaClass> readers() {
        return describe(
                "readers of text",
                type -> type.getSimpleName().endsWith("Reader")
                        && !type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    /** What the domain may know of the JDK: an allow-list, so that a forgotten library cannot slip in. */
    private static DescribedPredicate<JavaClass> plainJava() {
        return resideInAnyPackage(
                        "java.lang..", "java.util..", "java.time..", "java.text..", "java.io", "java.nio.charset")
                .or(describe("Path", type -> type.getBaseComponentType().isEquivalentTo(Path.class)))
                .as("plain Java");
    }
}
