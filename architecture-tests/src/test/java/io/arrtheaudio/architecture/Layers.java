package io.arrtheaudio.architecture;

import java.util.List;
import java.util.stream.Stream;

/** Which packages the house has. Every one of them must exist, and every adapter must be in one of the two lists. */
final class Layers {

    static final String ROOT = "io.arrtheaudio";
    static final String DOMAIN = ROOT + ".domain";
    static final String PORT = ROOT + ".port";
    static final String PORT_IN = PORT + ".in";
    static final String PORT_OUT = PORT + ".out";
    static final String SERVICE = ROOT + ".service";
    static final String ADAPTER = ROOT + ".adapter";
    static final String EMBEDDED = ROOT + ".embedded";
    static final String LAUNCHER = ROOT + ".launcher";
    static final String LAUNCHER_CLI = LAUNCHER + ".cli";
    static final String LAUNCHER_SERVER = LAUNCHER + ".server";

    /** Adapters that call the program: they see in-ports. */
    static final List<String> DRIVING = List.of(ADAPTER + ".cli", ADAPTER + ".javalin");

    /** Adapters that the program calls: they see out-ports. */
    static final List<String> DRIVEN = List.of(
            ADAPTER + ".files", ADAPTER + ".jdbi", ADAPTER + ".ffmpeg", ADAPTER + ".tmdb", ADAPTER + ".micrometer");

    /** Every package that a rule names. */
    static final List<String> ALL = Stream.of(
                    List.of(DOMAIN, PORT_IN, PORT_OUT, SERVICE, EMBEDDED, LAUNCHER_CLI, LAUNCHER_SERVER),
                    DRIVING,
                    DRIVEN)
            .flatMap(List::stream)
            .toList();

    private Layers() {}

    /** These packages and all below them, as ArchUnit spells it. */
    static String[] below(List<String> packages) {
        return packages.stream().map(name -> name + "..").toArray(String[]::new);
    }

    /** These packages and all below them, as ArchUnit spells it. */
    static String[] below(String... packages) {
        return below(List.of(packages));
    }
}
