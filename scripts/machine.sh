# shellcheck shell=sh
# What ./arrtheaudio and ./check need of the machine: installing what is missing. Sourced after java.sh, never run.

# Whether a program is there; those of the administrator may lie where not every PATH leads.
has_tool() {
    command -v "$1" >/dev/null || [ -x "/usr/sbin/$1" ] || [ -x "/sbin/$1" ]
}

# Prints how to become root without being asked anything: nothing or "sudo -n"; fails if there is no way.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        return 0
    fi
    command -v sudo >/dev/null && sudo -n true 2>/dev/null && printf 'sudo -n'
}

# Prints the one line that installs what is missing, for the package manager that is there. $*: names of needs.
install_line() {
    if command -v apt-get >/dev/null; then
        line="apt-get install" jdk=$(apt_jdk)
    elif command -v dnf >/dev/null; then
        line="dnf install" jdk=java-17-openjdk-devel
    elif command -v apk >/dev/null; then
        line="apk add" jdk=openjdk17
    elif command -v pacman >/dev/null; then
        line="pacman -S" jdk=jdk17-openjdk
    elif command -v zypper >/dev/null; then
        line="zypper install" jdk=java-17-openjdk-devel
    elif command -v brew >/dev/null; then
        line="brew install" jdk=openjdk@17
    else
        printf 'install a JDK 17 or newer and what else is named here with your package manager: %s' "$*"
        return 0
    fi
    for need; do
        case $need in
            jdk) line="$line $jdk" ;;
            *) line="$line $need" ;;
        esac
    done
    case $line in
        brew*) ;;
        *) [ "$(id -u)" = 0 ] || line="sudo $line" ;;
    esac
    printf '%s' "$line"
}

# Installs with apt-get what is missing, or tells the one line to type and ends with 2.
# $1: file for apt-get's own words; the rest: jdk, or names of packages.
install_missing() {
    install_log=$1
    shift
    if ! can_install; then
        say "arrtheaudio: $* missing; type this, then try again:"
        say "    $(install_line "$@")"
        exit 2
    fi
    say "installing $* (with apt-get) ..."
    if [ ! -e /proc/self ]; then
        say "arrtheaudio: /proc is not mounted, which Java needs; type: mount -t proc proc /proc"
        exit 2
    fi
    apt_install_or_update "$install_log" "$@" || {
        say "arrtheaudio: apt-get could not install $*; its last words (all of them: $install_log):"
        tail -n 12 "$install_log" >&2
        say "once that is mended: $(install_line "$@")"
        exit 2
    }
}

# Installs with apt-get what would be of use, where that can be done; fails if it is not there afterwards.
# $1: file for apt-get's own words; the rest: names of packages.
install_wished() {
    install_log=$1
    shift
    can_install || return 1
    say "installing $* (with apt-get) ..."
    apt_install_or_update "$install_log" "$@"
}

# Unpacks a Debian package without installing it, so that no service of it is started, now or with the machine; fails if that
# cannot be done. Needs no root but for lists of packages that are not there. $1: file for the words; $2: folder; $3: package.
unpack_wished() {
    [ -z "${ARRTHEAUDIO_NO_INSTALL:-}" ] && command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || return 1
    say "fetching $3 (with apt-get) ..."
    rm -rf "$2.deb"
    mkdir -p "$2.deb"
    unpack_log=$(readlink -f "$1") unpack_to=$(readlink -f "$2.deb")
    (
        cd "$unpack_to"
        apt-get download "$3" || {
            root=$(as_root) && $root apt-get update && apt-get download "$3"
        }
    ) >"$unpack_log" 2>&1 </dev/null && dpkg-deb -x "$unpack_to/$3"_*.deb "$2" >>"$unpack_log" 2>&1
    unpack_status=$?
    rm -rf "$2.deb"
    return "$unpack_status"
}

# Whether something can be installed without asking anybody; sets root to what makes one root.
can_install() {
    command -v apt-get >/dev/null && [ -z "${ARRTHEAUDIO_NO_INSTALL:-}" ] && root=$(as_root)
}

# With the lists that are there, if there are any; with fresh ones if that does not work.
apt_install_or_update() {
    apt_log=$1
    shift
    apt_install "$@" >"$apt_log" 2>&1 || {
        $root apt-get update && apt_install "$@"
    } >>"$apt_log" 2>&1
}

# Newer Debians have no 17 any more, but a newer default.
apt_jdk() {
    if apt-cache show default-jdk-headless >/dev/null 2>&1 && ! apt-cache show openjdk-17-jdk-headless >/dev/null 2>&1; then
        printf default-jdk-headless
    else
        printf openjdk-17-jdk-headless
    fi
}

apt_install() {
    apt_packages=
    for need; do
        [ "$need" != jdk ] || need=$(apt_jdk)
        apt_packages="$apt_packages $need"
    done
    # shellcheck disable=SC2086 # both are lists of words
    $root env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=300 install --no-install-recommends \
        $apt_packages </dev/null
}

# Sets promtool and prometheus to where those programs are: installed, else unpacked in $1. Fails if that cannot be done.
find_prometheus() {
    promtool=$(command -v promtool) && prometheus=$(command -v prometheus) && return 0
    promtool=$1/prometheus/usr/bin/promtool
    prometheus=$1/prometheus/usr/bin/prometheus
    [ -x "$promtool" ] && [ -x "$prometheus" ] && return 0
    mkdir -p "$1"
    : >"$1/prometheus.log"
    unpack_wished "$1/prometheus.log" "$1/prometheus" prometheus
}
