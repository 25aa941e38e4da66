package io.arrtheaudio.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.arrtheaudio.adapter.cli.seeded.CliOpensChannels;
import io.arrtheaudio.adapter.cli.seeded.CliReadsXml;
import io.arrtheaudio.adapter.cli.seeded.CliReadsYaml;
import io.arrtheaudio.adapter.files.seeded.FilesAnswersRequests;
import io.arrtheaudio.adapter.files.seeded.FilesAsksTheWeb;
import io.arrtheaudio.adapter.files.seeded.FilesCounts;
import io.arrtheaudio.adapter.files.seeded.FilesDrawsProgress;
import io.arrtheaudio.adapter.files.seeded.FilesIsAServlet;
import io.arrtheaudio.adapter.files.seeded.FilesOpensSockets;
import io.arrtheaudio.adapter.files.seeded.FilesReadsArguments;
import io.arrtheaudio.adapter.files.seeded.FilesRunsTools;
import io.arrtheaudio.adapter.files.seeded.FilesServes;
import io.arrtheaudio.adapter.files.seeded.FilesTraces;
import io.arrtheaudio.adapter.files.seeded.FilesTriesAgain;
import io.arrtheaudio.adapter.files.seeded.FilesUsesDatabase;
import io.arrtheaudio.adapter.files.seeded.FilesUsesFlyway;
import io.arrtheaudio.adapter.files.seeded.FilesUsesJdbi;
import io.arrtheaudio.adapter.files.seeded.FilesUsesLogback;
import io.arrtheaudio.adapter.files.seeded.FilesUsesSqlite;
import io.arrtheaudio.adapter.files.seeded.FilesWritesJson;
import io.arrtheaudio.domain.seeded.DomainLogs;
import java.util.Arrays;
import java.util.List;

/**
 * One home for each technology (R10).
 *
 * @param name what it is
 * @param classes its classes
 * @param homes the packages, or single classes, that may use it; none if nobody may for now
 * @param seed a class that uses it elsewhere
 */
record Technology(String name, DescribedPredicate<JavaClass> classes, List<String> homes, Class<?> seed) {

    private static final String NOWHERE = "no package for now";

    /** The map. A new library gets a line here first. */
    static final List<Technology> ALL = List.of(
            new Technology(
                    "processes",
                    type(ProcessBuilder.class).or(type(Process.class)).or(type(ProcessHandle.class)),
                    List.of(
                            Layers.ADAPTER + ".files.CloningCopy",
                            Layers.ADAPTER + ".files.Tether", // a trial of setpriv, nothing else
                            Layers.ADAPTER + ".ffmpeg.ToolRunner",
                            Layers.ADAPTER + ".ffmpeg.Tether"), // the same
                    FilesRunsTools.class),
            new Technology(
                    "the HTTP client",
                    in("java.net.http.."),
                    List.of(
                            Layers.ADAPTER + ".tmdb",
                            Layers.ADAPTER + ".cli.DaemonClient",
                            Layers.ADAPTER + ".micrometer.tracing.CollectorLine"),
                    FilesAsksTheWeb.class),
            new Technology("Failsafe", in("dev.failsafe.."), List.of(Layers.ADAPTER + ".tmdb"), FilesTriesAgain.class),
            new Technology(
                    "Micrometer",
                    in("io.micrometer..", "io.prometheus.."),
                    List.of(Layers.ADAPTER + ".micrometer"),
                    FilesCounts.class),
            new Technology(
                    "OpenTelemetry",
                    in("io.opentelemetry.."),
                    List.of(Layers.ADAPTER + ".micrometer.tracing"),
                    FilesTraces.class),
            new Technology("sockets", sockets(), List.of(), FilesOpensSockets.class),
            new Technology(
                    "databases",
                    in("java.sql..", "javax.sql.."),
                    List.of(Layers.ADAPTER + ".jdbi"),
                    FilesUsesDatabase.class),
            new Technology("Jdbi", in("org.jdbi.."), List.of(Layers.ADAPTER + ".jdbi"), FilesUsesJdbi.class),
            new Technology("SQLite", in("org.sqlite.."), List.of(Layers.ADAPTER + ".jdbi"), FilesUsesSqlite.class),
            new Technology("Flyway", in("org.flywaydb.."), List.of(Layers.ADAPTER + ".jdbi"), FilesUsesFlyway.class),
            new Technology(
                    "file channels",
                    in("java.nio.channels.."),
                    List.of(Layers.ADAPTER + ".files", Layers.ADAPTER + ".jdbi"),
                    CliOpensChannels.class),
            new Technology("picocli", in("picocli.."), List.of(Layers.ADAPTER + ".cli"), FilesReadsArguments.class),
            new Technology(
                    "progress bars",
                    in("me.tongfei..", "org.jline.."),
                    List.of(Layers.ADAPTER + ".cli"),
                    FilesDrawsProgress.class),
            new Technology(
                    "Jackson",
                    in("com.fasterxml.jackson.."),
                    List.of(
                            Layers.ADAPTER + ".cli",
                            Layers.ADAPTER + ".ffmpeg",
                            Layers.ADAPTER + ".jdbi", // explanations are kept as JSON text
                            Layers.ADAPTER + ".javalin",
                            Layers.ADAPTER + ".tmdb",
                            Layers.LAUNCHER),
                    FilesWritesJson.class),
            new Technology(
                    "Javalin", in("io.javalin.."), List.of(Layers.ADAPTER + ".javalin"), FilesAnswersRequests.class),
            new Technology("Jetty", in("org.eclipse.jetty.."), List.of(Layers.ADAPTER + ".javalin"), FilesServes.class),
            new Technology(
                    "servlets", in("jakarta.servlet.."), List.of(Layers.ADAPTER + ".javalin"), FilesIsAServlet.class),
            new Technology(
                    "XML",
                    in("javax.xml..", "org.xml..", "org.w3c.."),
                    List.of(Layers.ADAPTER + ".files.nfo"),
                    CliReadsXml.class),
            new Technology("SnakeYAML", in("org.yaml.."), List.of(Layers.LAUNCHER), CliReadsYaml.class),
            new Technology(
                    "Logback",
                    in("ch.qos.logback..", "net.logstash.."),
                    List.of(Layers.LAUNCHER),
                    FilesUsesLogback.class),
            new Technology(
                    "SLF4J",
                    in("org.slf4j.."),
                    List.of(Layers.SERVICE, Layers.ADAPTER, Layers.LAUNCHER),
                    DomainLogs.class));

    Rule rule() {
        return new Rule("R10 home of " + name, check(), List.of(seed), seed.getName());
    }

    private ArchRule check() {
        String where = homes.isEmpty() ? NOWHERE : String.join(", ", homes);
        return noClasses()
                .that(resideInAPackage(Layers.ROOT + "..")
                        .and(not(resideInAnyPackage(Layers.below(homes)).or(among(homes)))))
                .should()
                .dependOnClassesThat(classes)
                .as(name + " have one home: " + where);
    }

    /** A class that is named itself, or lies within one that is. */
    private static DescribedPredicate<JavaClass> among(List<String> names) {
        return DescribedPredicate.describe(
                "among " + names,
                type -> names.stream()
                        .anyMatch(name ->
                                type.getName().equals(name) || type.getName().startsWith(name + "$")));
    }

    /** Own classes, the JDK, and every library that has a home. */
    static DescribedPredicate<JavaClass> anyListed() {
        return DescribedPredicate.describe(
                "own, of the JDK or of a library with a home",
                type -> in(Layers.ROOT + "..", "java..", "javax..").test(type)
                        || ALL.stream().anyMatch(technology -> technology.classes.test(type)));
    }

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(packages).as("in " + Arrays.toString(packages));
    }

    /** Everything of {@code java.net} that can speak; addresses of resources and their escapes cannot. */
    private static DescribedPredicate<JavaClass> sockets() {
        return resideInAnyPackage("java.net", "javax.net..")
                .and(not(DescribedPredicate.describe(
                        "addresses",
                        c -> c.getSimpleName()
                                .matches("UR[IL]|URISyntaxException|MalformedURLException|URL(En|De)coder"))))
                .as("sockets");
    }
}
