# shellcheck shell=sh disable=SC2154
# An archive of the classes that the program loads, so that Java starts in half the time. It fits one Java and one jar only,
# so it is made where they are. Sourced after java.sh, never run; needs java_home, jar and archive, the file to make.

# Which Java made the archive of loaded classes: it is of no use to another.
java_identity() {
    printf '%s ' "$java_home"
    while IFS= read -r java_line; do
        case $java_line in
            *_VERSION=*) printf '%s ' "$java_line" ;;
        esac
    done <"$java_home/release"
}

# Whether there is nothing to gain from making the archive now, as it is there or could not be made.
archive_is_done() {
    noted=
    [ -r "$archive.java" ] && IFS= read -r noted <"$archive.java"
    # shellcheck disable=SC3013 # dash, bash, busybox and ksh all know -nt
    [ "$noted" = "$(java_identity)" ] && ! [ "$jar" -nt "$archive.java" ]
}

# Runs the program on its own samples, with a data folder of its own, and notes which classes it loads.
train() {
    training=$((training + 1))
    ARRTHEAUDIO_HOME=$tmp/data "$java_home/bin/java" "-XX:DumpLoadedClassList=$tmp/classes.$training" \
        "-Djava.io.tmpdir=$tmp" -Dsun.jnu.encoding=UTF-8 -Dfile.encoding=UTF-8 -jar "$jar" "$@" || :
}

# Starts the daemon on a free port of this machine and stops it once it listens, or half a minute later.
train_daemon() {
    printf 'api: {host: 127.0.0.1, port: 0}\ntmdb: {enabled: false}\n' >"$tmp/daemon.yml"
    training=$((training + 1))
    ARRTHEAUDIO_HOME=$tmp/data "$java_home/bin/java" "-XX:DumpLoadedClassList=$tmp/classes.$training" \
        "-Djava.io.tmpdir=$tmp" -jar "$jar" -c "$tmp/daemon.yml" daemon >"$tmp/daemon.log" 2>&1 &
    daemon=$!
    waited=0
    until grep -q '^listening at' "$tmp/daemon.log" || [ "$waited" = 30 ] || ! kill -0 "$daemon" 2>/dev/null; do
        sleep 1
        waited=$((waited + 1))
    done
    kill "$daemon" 2>/dev/null || :
    wait "$daemon" || :
}

# What the commands do that people wait for. The settings file is one of no settings: nobody's own is read.
train_all() {
    training=0
    : >"$tmp/settings.yml"
    train demo --keep
    for sample in "$tmp"/arrtheaudio-demo-*/*ffmpeg.mkv; do
        touch -t 202001010000 "$sample" || : # old enough for a scan
        train -c "$tmp/settings.yml" process --languages eng "$sample"
        train -c "$tmp/settings.yml" undo "$sample"
        train -c "$tmp/settings.yml" inspect "$sample"
        train -c "$tmp/settings.yml" scan --dry-run "${sample%/*}"
    done
    train_daemon
    train --help
    cat "$tmp"/classes.* | awk '!seen[$0]++' >"$tmp/classes" || :
}

# Makes an archive of the classes that a short command loads, so that Java starts in half the time. May fail unheard.
make_archive() {
    archive_is_done && return 0
    rm -rf "$archive" "$archive.java" "${archive%/*}"/archive.*
    tmp=$(mktemp -d "${archive%/*}/archive.XXXXXX" 2>/dev/null) || return 0
    {
        train_all
        if "$java_home/bin/java" -Xshare:dump "-XX:SharedClassListFile=$tmp/classes" \
            "-XX:SharedArchiveFile=$tmp/archive" -cp "$jar"; then
            mv -f "$tmp/archive" "$archive" || :
        fi
    } >"$tmp/log" 2>&1 </dev/null
    rm -rf "$tmp"
    java_identity >"$archive.java"
    printf '\n' >>"$archive.java"
}
