# shellcheck shell=sh
# Hunting tests that fail now and then. Sourced after java.sh, never run.

# Runs the whole suite several times, tells which tests failed in which run, and keeps their reports in target/repeat. Fails if
# any did. $1: how often; the rest: more arguments for Maven.
repeat_suite() {
    repeat_times=$1
    shift
    rm -rf target/repeat
    mkdir -p target/repeat
    : >target/repeat/failed
    repeat_run=0
    while [ "$repeat_run" -lt "$repeat_times" ]; do
        repeat_run=$((repeat_run + 1))
        say "check: run $repeat_run of $repeat_times ..."
        mkdir "target/repeat/$repeat_run"
        find . -path ./target -prune -o -path '*/target/*-reports/TEST-*.xml' -exec rm -f {} +
        mvn -B "$@" -Dmaven.test.failure.ignore verify >"target/repeat/$repeat_run/maven.log" 2>&1 </dev/null ||
            echo "run $repeat_run: the build, see target/repeat/$repeat_run/maven.log" >>target/repeat/failed
        find . -path ./target -prune -o -path '*/target/*-reports/TEST-*.xml' -print | while IFS= read -r report; do
            keep_failures "$report" "$repeat_run" >>target/repeat/failed
        done
    done
    if [ -s target/repeat/failed ]; then
        say "check: of $repeat_times runs some failed; the reports are in target/repeat:"
        sort target/repeat/failed >&2
        return 1
    fi
    say "check: $repeat_times runs, and no test failed in any"
}

# Prints the tests that failed by a report, and keeps it if there are any. $1: the report; $2: the run.
keep_failures() {
    grep -qE '^ *<(failure|error)[ >]' "$1" || return 0
    cp "$1" "${1%.xml}-output.txt" "target/repeat/$2/" 2>/dev/null || :
    awk -v run="$2" '
        /^ *<testcase / {
            name = class = $0
            sub(/.* name="/, "", name); sub(/".*/, "", name)
            sub(/.* classname="/, "", class); sub(/".*/, "", class)
        }
        /^ *<(failure|error)[ >]/ { print "run " run ": " class "." name }' "$1"
}
