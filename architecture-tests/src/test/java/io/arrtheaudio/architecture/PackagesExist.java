package io.arrtheaudio.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;

/** A rule about a package that is not there passes for ever; so each must hold a class. */
final class PackagesExist extends ArchCondition<JavaClass> {

    private final List<String> packages;
    private Collection<JavaClass> classes = List.of();

    PackagesExist(List<String> packages) {
        super("exist in every package that a rule names");
        this.packages = packages;
    }

    @Override
    public void init(Collection<JavaClass> allObjectsToTest) {
        classes = allObjectsToTest;
    }

    @Override
    public void check(JavaClass item, ConditionEvents events) {
        // one class says nothing; see finish
    }

    @Override
    public void finish(ConditionEvents events) {
        packages.stream()
                .filter(name -> classes.stream().noneMatch(type -> isIn(name, type)))
                .forEach(name -> events.add(SimpleConditionEvent.violated(name, "there is no class in " + name)));
    }

    /** A {@code package-info} alone is no class to check. */
    private static boolean isIn(String name, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(name + ".")
                && !type.getModifiers().contains(JavaModifier.SYNTHETIC);
    }
}
