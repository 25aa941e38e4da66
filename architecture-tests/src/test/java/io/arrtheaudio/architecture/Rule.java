package io.arrtheaudio.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule with the proof that it can fail.
 *
 * @param name short, as it is spoken of: "R4 in-ports and out-ports stay apart"
 * @param check what is asked of the classes
 * @param seed the classes that break it, and those which the violation needs to be seen
 * @param violation words of the violation's text
 */
record Rule(String name, ArchRule check, List<Class<?>> seed, String violation) {

    Rule {
        seed = List.copyOf(seed);
    }

    @Override
    public String toString() {
        return name;
    }
}
