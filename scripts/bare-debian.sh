# shellcheck shell=sh
# Makes a bare Debian in a folder. Sourced, never run; needs root and debootstrap. Packages come from where this machine gets
# its own.

# $1: the folder; what is there already is kept.
make_bare_debian() {
    bare=$1
    [ "$(id -u)" = 0 ] || {
        echo "only root may make another root; try sudo $0" >&2
        exit 2
    }
    command -v debootstrap >/dev/null || {
        echo "type: apt-get install debootstrap" >&2
        exit 2
    }

    # The release of this machine and the first place that its own sources name.
    # shellcheck source=/dev/null
    codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
    mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
        sed -n -e 's/^URIs: *\([^ ]*\).*/\1/p' -e 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\).*/\2/p' | head -n 1)

    echo "== a bare $codename in $bare"
    [ -e "$bare/etc/os-release" ] || debootstrap --variant=minbase "$codename" "$bare" "$mirror" >"$bare.log" 2>&1 || {
        tail -n 5 "$bare.log" >&2
        exit 1
    }
    rm -f "$bare.log"

    # What belongs to the network this machine is in, not to the machine: sources, name servers, certificates.
    rm -f "$bare/etc/apt/sources.list"
    for file in /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/keyrings /etc/apt/trusted.gpg.d \
        /usr/share/keyrings /usr/local/share/ca-certificates /etc/resolv.conf /etc/hosts; do
        [ -e "$file" ] || continue
        mkdir -p "$bare${file%/*}"
        rm -rf "${bare:?}$file"
        cp -rL "$file" "$bare$file"
    done
    grep -lsE '^Acquire::' /etc/apt/apt.conf.d/* | while read -r file; do
        cp "$file" "$bare$file"
    done
}
