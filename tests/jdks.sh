#!/bin/sh
# Which of the JDKs that are here ./check takes, and what it does with the newest and with tests that fail now and then. JDKs and
# Maven are stand-ins. Prints each case that fails; ends with 1 if one does.
set -eu

project=$(cd "$(dirname "$0")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
passed=0

# shellcheck source=scripts/java.sh
. "$project/scripts/java.sh"
# shellcheck source=scripts/newest-jdk.sh
. "$project/scripts/newest-jdk.sh"
# shellcheck source=scripts/repeat.sh
. "$project/scripts/repeat.sh"
# shellcheck source=scripts/coverage.sh
. "$project/scripts/coverage.sh"

say() {
    printf '%s\n' "$*" >>"$work/said"
}

# expect WHAT COMMAND...: the command must succeed.
expect() {
    what=$1
    shift
    if "$@" >"$work/out" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s\n' "$what"
        sed 's/^/  out: /' "$work/out"
        sed 's/^/  said: /' "$work/said"
    fi
}

# A JDK that is none. $1: where; $2: its version.
jdk() {
    mkdir -p "$work/$1/bin"
    touch "$work/$1/bin/java" "$work/$1/bin/javac"
    chmod +x "$work/$1/bin/java" "$work/$1/bin/javac"
    echo "JAVA_VERSION=\"$2\"" >"$work/$1/release"
}

jdk usual/old 11.0.2
jdk usual/middle 21.0.1
jdk usual/right 17.0.9
jdk usual/newest 25
jdk usual/runtime 26
rm "$work/usual/runtime/bin/javac"
jdk told 23.0.1
: >"$work/said"
tools=$PATH
mkdir "$work/tools"
for command in sh readlink date mkdir rm tar cat find grep sed sort head cp awk touch chmod; do
    ln -s "$(command -v "$command")" "$work/tools/$command"
done
PATH=$work/tools

usual_javas="$work/usual/*"
JAVA_HOME=$work/told
expect "JDKs are found" find_jdks
expect "the oldest from 17 on" [ "$oldest_jdk $oldest_java" = "$work/usual/right 17" ]
expect "and the newest" [ "$newest_jdk $newest_java" = "$work/usual/newest 25" ]
expect "the first that fits is the one that is told" find_java jdk
expect "not another" [ "$java_home" = "$work/told" ]
usual_javas="$work/usual/old $work/usual/nothing $work/usual/runtime"
expect "of one it is both" find_jdks
expect "at once" [ "$oldest_java$newest_java" = 2323 ]
JAVA_HOME=
if find_jdks; then expect "but it was found" false; fi

# A tree that Maven's stand-in builds.
mkdir -p "$work/house/module/target" "$work/house/target" "$work/house/.git"
touch "$work/house/module/target/made" "$work/house/module/source"
cat >"$work/tools/mvn" <<MVN
#!/bin/sh
echo "\$JAVA_HOME in \$PWD: \$*" >>"$work/notes"
[ ! -e module/target/made ] || echo "made was there" >>"$work/notes"
. "$work/maven"
MVN
chmod +x "$work/tools/mvn"
cd "$work/house"
: >"$work/maven"
JAVA_HOME=$work/told newest_jdk=$work/usual/newest oldest_java=17 newest_java=25
expect "the newest JDK builds" check_newest_jdk -Dmore
expect "in a copy" grep -q "^$work/usual/newest in $work/house/target/newest-jdk: .*-Dmore.* test" "$work/notes"
expect "in which nothing is made" sh -c "! grep -q 'made was there' '$work/notes'"
expect "which goes if all went well" [ ! -e target/newest-jdk ]
echo 'echo "[ERROR] no such thing"; exit 1' >"$work/maven"
if check_newest_jdk 2>"$work/err"; then expect "a failure is one" false; fi
expect "and is told" grep -q 'no such thing' "$work/err"
expect "and its tree stays" [ -e target/newest-jdk/module/source ]
newest_java=17
: >"$work/notes"
expect "without a newer JDK all is well" check_newest_jdk
expect "and nothing is built" [ ! -s "$work/notes" ]

# Of three runs the second has a test that fails.
cat >"$work/maven" <<'MAVEN'
mkdir -p module/target/surefire-reports
echo run >>runs
cat >module/target/surefire-reports/TEST-a.B.xml <<'XML'
<testsuite name="a.B">
  <testcase name="it_works" classname="a.B" time="0.1"/>
  <testcase name="it_holds" classname="a.B" time="0.2">
XML
if [ "$(grep -c run runs)" = 2 ]; then
    echo '    <failure message="a &lt; b" type="c.D"/>' >>module/target/surefire-reports/TEST-a.B.xml
fi
MAVEN
if repeat_suite 3 2>"$work/err"; then expect "a test that fails once is a failure" false; fi
expect "it is named with its run" grep -qx 'run 2: a.B.it_holds' "$work/err"
expect "and nothing else" [ "$(grep -c '^run' "$work/err")" = 1 ]
expect "and its report is kept" [ -e target/repeat/2/TEST-a.B.xml ]
expect "three runs were made" [ "$(grep -c run runs)" = 3 ]
expect "runs without a failure are fine" repeat_suite 2

cat >figures.csv <<'CSV'
GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,BRANCH_COVERED,LINE_MISSED,LINE_COVERED,X,X,X,X
Coverage/domain,a,B,0,0,1,3,1,9,0,0,0,0
Coverage/domain,a,C,0,0,0,0,0,10,0,0,0,0
Coverage/files,b,D,0,0,0,0,1,1,0,0,0,0
CSV
coverage_table figures.csv >"$work/table"
expect "coverage is summed up for a module" grep -qxF '| domain | 95.0 % | 75.0 % |' "$work/table"
expect "which may have no branches" grep -qxF '| files | 50.0 % | none |' "$work/table"
expect "and for all" grep -qxF '| all | 90.9 % | 75.0 % |' "$work/table"

PATH=$tools
echo "jdks: $passed passed, $failed failed"
[ "$failed" = 0 ]
