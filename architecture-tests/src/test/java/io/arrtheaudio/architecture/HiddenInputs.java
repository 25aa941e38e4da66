package io.arrtheaudio.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What makes code behave differently from run to run although it is given the same: time and chance are handed in. */
final class HiddenInputs extends ArchCondition<JavaClass> {

    private static final Map<String, Set<String>> METHODS = Map.ofEntries(
            Map.entry(
                    "java.lang.System",
                    Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "getProperties", "lineSeparator")),
            Map.entry("java.lang.Thread", Set.of("sleep")),
            Map.entry("java.util.concurrent.TimeUnit", Set.of("sleep")),
            Map.entry("java.lang.Math", Set.of("random")),
            Map.entry("java.util.UUID", Set.of("randomUUID")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")),
            Map.entry("java.util.Random", Set.of("<init>")),
            Map.entry("java.security.SecureRandom", Set.of("<init>")),
            Map.entry("java.util.Date", Set.of("<init>")),
            Map.entry("java.util.Locale", Set.of("getDefault")),
            Map.entry("java.time.ZoneId", Set.of("systemDefault")),
            Map.entry("java.time.InstantSource", Set.of("system")),
            Map.entry("java.time.Clock", Set.of("system", "systemUTC", "systemDefaultZone")));

    HiddenInputs() {
        super("ask for the time, chance, the environment or sleep");
    }

    @Override
    public void check(JavaClass caller, ConditionEvents events) {
        Stream.concat(caller.getAccessesFromSelf().stream(), caller.getMethodReferencesFromSelf().stream())
                .filter(access -> isHidden(access.getTarget()))
                .map(JavaAccess::getDescription)
                .forEach(text -> events.add(SimpleConditionEvent.satisfied(caller, text)));
    }

    private static boolean isHidden(AccessTarget target) {
        String owner = target.getOwner().getName();
        return METHODS.getOrDefault(owner, Set.of()).contains(target.getName())
                || owner.startsWith("java.time.") && target.getName().equals("now");
    }
}
