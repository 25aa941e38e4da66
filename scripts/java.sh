# shellcheck shell=sh disable=SC2154
# Finding Java and running the program with it: what ./arrtheaudio and the bin/arrtheaudio of the archive that is given away
# have in common. Sourced, never run. Plain POSIX sh with few forks, because every call of the command passes through here.

say() {
    printf '%s\n' "$*" >&2
}

# Prints the major version that a Java home says it has in its file "release" (no JVM is started for it), else nothing.
java_major() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 0
    while IFS= read -r java_line; do
        case $java_line in
            JAVA_VERSION=*)
                java_line=${java_line#*=\"}
                printf '%s' "${java_line%%[!0-9]*}"
                return 0
                ;;
        esac
    done <"$1/release"
}

# Whether java_home is at least 17 and, if asked for a "jdk", can compile. $1: jre or jdk.
java_fits() {
    [ -n "$java_home" ] || return 1
    [ "$1" != jdk ] || [ -x "$java_home/bin/javac" ] || return 1
    java_found=$(java_major "$java_home")
    [ -n "$java_found" ] && [ "$java_found" -ge 17 ]
}

# Where JDKs lie that neither JAVA_HOME nor the PATH tells. SDKMAN and IntelliJ put theirs below the home of the user.
usual_javas="/usr/lib/jvm/* /opt/java/* /usr/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home"
[ -z "${HOME:-}" ] || usual_javas="$usual_javas $HOME/.sdkman/candidates/java/* $HOME/.jdks/*"

# Sets java_home to the first place that a command likes, JAVA_HOME before the PATH before the usual places. $*: the command,
# which looks at java_home.
first_java() {
    java_home=${JAVA_HOME:-}
    "$@" && return 0
    java_home=$(command -v java) && java_home=$(readlink -f "$java_home") && java_home=${java_home%/bin/java} && "$@" &&
        return 0
    for java_home in $usual_javas; do
        "$@" && return 0
    done
    java_home=
    return 1
}

# Sets java_home to the first Java that fits. $1: jre or jdk.
find_java() {
    first_java java_fits "$1"
}

# Sets oldest_jdk and newest_jdk to those of all JDKs from 17 on that are here, and oldest_java and newest_java to their
# versions. Fails if there is none.
find_jdks() {
    oldest_jdk='' newest_jdk='' oldest_java='' newest_java=''
    first_java note_jdk || :
    [ -n "$oldest_jdk" ]
}

# Fails, so that the next one is looked at.
note_jdk() {
    java_fits jdk || return 1
    if [ -z "$oldest_java" ] || [ "$java_found" -lt "$oldest_java" ]; then
        oldest_jdk=$java_home oldest_java=$java_found
    fi
    if [ -z "$newest_java" ] || [ "$java_found" -gt "$newest_java" ]; then
        newest_jdk=$java_home newest_java=$java_found
    fi
    return 1
}

# Becomes the program. Needs java_home, jar, and archive: a file of loaded classes, which need not be there.
#
#   ARRTHEAUDIO_JAVA_OPTS   more options for Java, separated by spaces; of two that say the same the last holds
run_program() {
    # File names are bytes; Java reads them by the locale. Without one, names with accents could not even be opened.
    charmap=$(locale charmap 2>/dev/null || printf '%s' "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}")
    case $charmap in
        *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac

    # Which standard streams are a terminal, and how wide: the shell knows for sure.
    terminals=
    for stream in 0 1 2; do
        if [ -t "$stream" ]; then terminals=$terminals$stream; fi
    done
    if [ -z "${COLUMNS:-}" ] && [ -t 2 ]; then
        columns=$(stty size <&2 2>/dev/null) && COLUMNS=${columns#* } && export COLUMNS
    fi

    # The daemon runs for months beside others: a small heap, code that is compiled well, and an end rather than a life without
    # memory. What is queued is on disk, not in memory.
    long_life=
    for argument; do
        [ "$argument" != daemon ] || long_life='-XX:TieredStopAtLevel=4 -XX:ReservedCodeCacheSize=64m -Xms24m -Xmx128m -Xss512k -XX:+ExitOnOutOfMemoryError'
    done

    # Without the flight recorder, whose first event costs 75 ms; its option is old, and Java would complain about that.
    # shellcheck disable=SC2086 # more options, separated by spaces
    exec "$java_home/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto "-XX:SharedArchiveFile=$archive" \
        -Xlog:disable -XX:-PrintWarnings -XX:+IgnoreUnrecognizedVMOptions -XX:-FlightRecorder \
        -Dsun.jnu.encoding=UTF-8 -Dfile.encoding=UTF-8 \
        "-Darrtheaudio.tty=$terminals" $long_life ${ARRTHEAUDIO_JAVA_OPTS:-} -jar "$jar" "$@"
}
