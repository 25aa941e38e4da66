# shellcheck shell=sh
# How much of the code the tests reach. Sourced after java.sh, never run.

# Runs the tests of all modules once more, with JaCoCo's agent, and prints the table that docs/testing.md has. Programs that a
# test starts are not seen. The pages are in coverage/target/site/jacoco-aggregate. $*: more arguments for Maven.
measure_coverage() {
    find . -name jacoco.exec -exec rm -f {} +
    mvn -B "$@" -q -Dcoverage test </dev/null || return 1
    coverage_table coverage/target/site/jacoco-aggregate/jacoco.csv
}

# $1: JaCoCo's figures of each class, with commas between.
coverage_table() {
    echo '| Module | Lines | Branches |'
    echo '|---|---|---|'
    awk -F, '
        function share(covered, missed) { return covered + missed ? sprintf("%.1f %%", 100 * covered / (covered + missed)) : "none" }
        function row(name) { return "| " name " | " share(lines[name], no_lines[name]) " | " share(branches[name], no_branches[name]) " |" }
        function add(name) { no_branches[name] += $6; branches[name] += $7; no_lines[name] += $8; lines[name] += $9 }
        NR > 1 {
            sub(/.*\//, "", $1)
            if (!($1 in lines)) modules[++count] = $1
            add($1)
            add("all")
        }
        END {
            for (i = 1; i <= count; i++) print row(modules[i])
            print row("all")
        }' "$1"
}
