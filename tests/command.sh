#!/bin/sh
# What ./arrtheaudio does around Java: finding it, building once, passing things on. Java and Maven are stand-ins here that
# write down how they were called. Prints one line for each case; ends with 1 if one fails.
set -eu

project=$(cd "$(dirname "$0")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
passed=0

# A fresh copy of the script with two modules and stand-ins for a JDK and Maven.
new_house() {
    rm -rf "$work/house" "$work/tools" "$work/jdk" "$work/notes"
    mkdir -p "$work/house/launcher-cli/src/main" "$work/house/domain/src/main" "$work/tools" "$work/jdk/bin"
    cp -r "$project/arrtheaudio" "$project/scripts" "$work/house/"
    touch "$work/house/pom.xml" "$work/house/domain/src/main/A.java"
    echo 'JAVA_VERSION="17.0.9"' >"$work/jdk/release"
    cat >"$work/jdk/bin/java" <<JAVA
#!/bin/sh
case "\$*" in
    *-XX:DumpLoadedClassList*)
        echo "trained in \$ARRTHEAUDIO_HOME: \$*" >>"$work/notes"
        exit 1
        ;;
    *-Xshare:dump*)
        echo archived >>"$work/notes"
        exit 0 # and has made nothing
        ;;
esac
echo "LC_ALL=\${LC_ALL:-}"
for argument; do echo "<\$argument>"; done
JAVA
    cat >"$work/tools/mvn" <<MVN
#!/bin/sh
echo "built with \$JAVA_HOME" >>"$work/notes"
echo "[INFO] Downloaded from somewhere: a.jar (1.5 MB at 3 MB/s)"
echo "[INFO] Downloaded from somewhere: b.jar (500 kB at 3 MB/s)"
sleep 1
mkdir -p launcher-cli/target
echo jar >launcher-cli/target/arrtheaudio.jar
MVN
    : >"$work/notes"
    touch "$work/jdk/bin/javac"
    chmod +x "$work/jdk/bin/"* "$work/tools/mvn"
    # Only these commands are there: no Java and no package manager of the machine is found by mistake.
    for command in sh find readlink dirname mkdir rm cat mv mktemp touch date grep sed awk head tail flock locale id \
        sleep stty ls; do
        if path=$(command -v "$command"); then ln -s "$path" "$work/tools/$command"; fi
    done
}

# Runs the command in an environment of its own: run [VARIABLE=VALUE...] -- ARGUMENT...
run() {
    variables="JAVA_HOME=$work/jdk"
    while [ "$1" != -- ]; do
        variables="$variables $1"
        shift
    done
    shift
    status=0
    # shellcheck disable=SC2086 # a list of words
    env -i HOME="$work" PATH="$work/tools" $variables "${entry:-$work/house/arrtheaudio}" "$@" \
        >"$work/out" 2>"$work/err" </dev/null || status=$?
}

# expect WHAT COMMAND...: the command must succeed.
expect() {
    what=$1
    shift
    if "$@" >/dev/null 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s\n  status %s\n' "$what" "$status"
        sed 's/^/  out: /' "$work/out"
        sed 's/^/  err: /' "$work/err"
    fi
}

builds() {
    [ "$(grep -c built "$work/notes")" = "$1" ]
}

new_house
run -- version
expect "the first call builds" builds 1
expect "and ends well" [ "$status" = 0 ]
expect "and says so" grep -q 'first use' "$work/err"
expect "and how much was fetched" grep -q '2.0 MB fetched' "$work/err"
expect "Maven gets the Java that was found" grep -q "built with $work/jdk" "$work/notes"
expect "nothing but the program writes to the output" sh -c "! grep -q build '$work/out'"

# The folder is gone by the time these are looked at.
is_its_own() {
    grep 'trained in' "$work/notes" | while read -r line; do
        case $line in "trained in $work/house/launcher-cli/target/archive."*) ;; *) return 1 ;; esac
    done
}
expect "classes are learnt from commands that change files and take that back" sh -c "
    grep -q ' demo ' '$work/notes' && grep -q ' process ' '$work/notes' && grep -q ' undo ' '$work/notes'"
expect "with a data folder of their own" is_its_own
expect "which does not stay, nor anything else" sh -c "! ls '$work/house/launcher-cli/target' | grep -q '^archive'"

run -- version
expect "the second call does not build" builds 1
expect "an archive of classes that cannot be made is tried once" [ "$(grep -c archived "$work/notes")" = 1 ]
sed 's/17.0.9/17.0.10/' "$work/jdk/release" >"$work/release" && mv "$work/release" "$work/jdk/release"
run -- version
expect "and once more with another Java" [ "$(grep -c archived "$work/notes")" = 2 ]
run -- version
expect "and says nothing" [ ! -s "$work/err" ]

run -- 'two  words' '' '*' '日本 é' "it's"
expect "arguments are passed on as they are" sh -c "
    tail -n 5 '$work/out' | tr -d '\n' | grep -qF \"<two  words><><*><日本 é><it's>\""

run LANG=C -- version
expect "a locale without UTF-8 is replaced" grep -q 'LC_ALL=C.UTF-8' "$work/out"
expect "and Java is told the encoding of file names" grep -q '<-Dsun.jnu.encoding=UTF-8>' "$work/out"
run LC_ALL=C.UTF-8 -- version
expect "a locale with UTF-8 stays" grep -q 'LC_ALL=C.UTF-8' "$work/out"

mkdir -p "$work/bin"
ln -s "$work/house/arrtheaudio" "$work/first"
ln -sf ../first "$work/bin/second"
entry=$work/bin/second run -- version
expect "it runs through symbolic links" [ "$status" = 0 ]

sleep 1
touch "$work/house/domain/src/main/A.java"
run -- version
expect "a changed source is built" builds 2
expect "and it is said why" grep -q 'sources have changed' "$work/err"
rm "$work/house/domain/src/main/A.java"
touch "$work/house/domain/src/main"
run -- version
expect "a deleted source is noticed" builds 3

new_house
run -- one &
first=$!
env -i HOME="$work" PATH="$work/tools" JAVA_HOME="$work/jdk" "$work/house/arrtheaudio" two >"$work/out2" 2>&1 </dev/null || :
wait "$first" || :
expect "two first calls at once build once" builds 1
expect "and both run" grep -q '<two>' "$work/out2"

new_house
rm "$work/tools/flock"
run -- version
expect "it builds without flock" builds 1
rm "$work/tools/find" "$work/tools/locale"
run -- version
expect "it runs without find and locale" [ "$status" = 0 ]

new_house
printf '#!/bin/sh\necho "[INFO] much"\necho "[ERROR] Foo.java: no such thing"\nexit 1\n' >"$work/tools/mvn"
run -- version
expect "a failed build ends with 2" [ "$status" = 2 ]
expect "and shows Maven's errors" grep -q 'Foo.java: no such thing' "$work/err"
expect "and nothing else of Maven's" sh -c "! grep -q much '$work/err'"
expect "and where the rest is" grep -q 'launcher-cli/target/build.log' "$work/err"

new_house
rm "$work/tools/mvn"
run -- version
expect "without Maven and a package manager it ends with 2" [ "$status" = 2 ]
expect "and says what is missing" grep -q 'maven' "$work/err"

new_house
printf '#!/bin/sh\nexit 0\n' >"$work/tools/apt-get"
chmod +x "$work/tools/apt-get"
rm "$work/tools/mvn"
run ARRTHEAUDIO_NO_INSTALL=1 -- version
expect "told not to install, it ends with 2" [ "$status" = 2 ]
expect "and prints the line to type" grep -q 'apt-get install maven' "$work/err"

new_house
run -- version
rm "$work/jdk/bin/javac"
run -- version
expect "what is built runs on a Java that cannot compile" [ "$status" = 0 ]

new_house
echo 'JAVA_VERSION="11.0.2"' >"$work/jdk/release"
run -- version
expect "a Java that is too old is not taken" sh -c "! grep -q 'built with $work/jdk' '$work/notes'"

echo "command: $passed passed, $failed failed"
[ "$failed" = 0 ]
