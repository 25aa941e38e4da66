#!/bin/sh
# Changes the code in small ways and asks the unit tests to notice (PIT); prints what share of the changes they did notice in
# each package. Fails if it is less than the parent pom.xml asks for.
#
#   scripts/mutations.sh              all packages
#   scripts/mutations.sh mp4 choice   these
set -eu

cd "$(dirname "$0")/.."

for package; do
    case $package in
        language | choice | mp4 | matroska) ;;
        *)
            echo "usage: scripts/mutations.sh [language] [choice] [mp4] [matroska]" >&2
            exit 2
            ;;
    esac
done
skip=
for package in language choice mp4 matroska; do
    case " $* " in
        "  " | *" $package "*) ;;
        *) skip="$skip -Dmutation.skip.$package=true" ;;
    esac
done

mkdir -p target
rm -rf arrtheaudio-domain/target/mutations adapter-files/target/mutations
status=0
# shellcheck disable=SC2086 # lists of words
mvn -B -q ${ARRTHEAUDIO_MAVEN_ARGS:-} -Pmutation $skip -pl arrtheaudio-domain,adapter-files -am process-test-classes \
    </dev/null >target/mutations.log 2>&1 || status=$?

for report in */target/mutations/*/mutations.xml; do
    [ -e "$report" ] || continue
    package=${report%/mutations.xml}
    all=$(grep -c '<mutation ' "$report" || :)
    noticed=$(grep -c "<mutation detected='true'" "$report" || :)
    [ "$all" = 0 ] || echo "${package##*/}: $noticed of $all mutants noticed, $((noticed * 100 / all)) %"
done
[ "$status" = 0 ] || grep -E '^\[ERROR\]' target/mutations.log | head -5
exit "$status"
