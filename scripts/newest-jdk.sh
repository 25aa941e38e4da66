# shellcheck shell=sh disable=SC2154
# The second build of ./check, by the newest JDK that is here. Sourced after java.sh, never run.

# Compiles everything and runs the tests that tests/only-one-jdk does not name, in a copy of the tree, so that what the two JDKs
# make never meets. The copy stays if that fails. Needs what find_jdks sets. $*: more arguments for Maven.
check_newest_jdk() {
    if [ "$newest_java" = "$oldest_java" ]; then
        say "check: no JDK newer than $oldest_java is here; nothing is tried with one"
        return 0
    fi
    newest_started=$(date +%s)
    newest_copy=$PWD/target/newest-jdk
    rm -rf "$newest_copy"
    mkdir -p "$newest_copy"
    tar -cf - --exclude=target --exclude=.git . | tar -xf - -C "$newest_copy" || return 1
    say "check: the same with JDK $newest_java; Maven's words are in target/newest-jdk.log ..."
    # Two modules at a time; short runs gain nothing from code that is compiled twice.
    (cd "$newest_copy" && JAVA_HOME=$newest_jdk mvn -B "$@" -T 2 -Dspotless.check.skip -Denforcer.skip \
        -DargLine=-XX:TieredStopAtLevel=1 -Dsurefire.excludesFile="$newest_copy/tests/only-one-jdk" \
        test) >target/newest-jdk.log 2>&1 </dev/null || {
        grep -E '^\[(ERROR|WARNING)\]' target/newest-jdk.log | head -n 60 >&2
        say "check: JDK $newest_java failed after $(($(date +%s) - newest_started)) s; its tree is $newest_copy"
        return 1
    }
    rm -rf "$newest_copy"
    say "check: JDK $newest_java compiles everything and passes the unit tests: $(($(date +%s) - newest_started)) s"
}
