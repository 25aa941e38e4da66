#!/bin/sh
# A custom script for Sonarr and Radarr, for containers without Java: hands what they tell to the ArrTheAudio daemon.
# Needs curl. Settings > Connect > Custom Script; on import, on upgrade, on rename and on deletes.
#
#   ARRTHEAUDIO_URL       where the daemon is                     http://arrtheaudio:9393
#   ARRTHEAUDIO_API_KEY   the key that it wants; the webhook secret will do
#   ARRTHEAUDIO_KEY_FILE  a file that holds the key, in its place
#
# Exit code 0 if the daemon has taken it over, and for a test. Standard input is never read: the apps never close it.
set -eu
exec </dev/null

url=${ARRTHEAUDIO_URL:-http://arrtheaudio:9393}
key=${ARRTHEAUDIO_API_KEY:-}
if [ -z "$key" ] && [ -n "${ARRTHEAUDIO_KEY_FILE:-}" ]; then
    key=$(cat "$ARRTHEAUDIO_KEY_FILE")
fi

tab=$(printf '\t')
return=$(printf '\r')

# A test is always passed, as the apps would not save the script otherwise; what is wrong is in their log.
fail() {
    printf 'arr-hook: %s\n' "$1" >&2
    case ${event:-} in [Tt]est) exit 0 ;; esac
    exit 1
}

# The value of a variable as a JSON string. Names are made of letters, digits and underscores only.
json_value() {
    printf '"'
    eval "printf '%s\n' \"\${$1}\"" | tr -d '\000-\010\013\014\016-\037' |
        sed -e 's/[\\"]/\\&/g' -e "s/$tab/\\\\t/g" -e "s/$return/\\\\r/g" | awk 'NR > 1 { printf "\\n" } { printf "%s", $0 }'
    printf '"'
}

# What the apps call the event comes first, in any letter case.
names=$(env | sed -n 's/^\([SsRr][OoAa][NnDd][Aa][Rr][Rr]_[A-Za-z0-9_]*\)=.*/\1/p' | sort -u)
[ -n "$names" ] || fail "neither sonarr_eventtype nor radarr_eventtype is set; this is for Sonarr and Radarr to call"

body='{"variables":{'
comma=
for name in $names; do
    eval "[ -n \"\${$name+set}\" ]" || continue # part of another value that has several lines
    body="$body$comma\"$name\":$(json_value "$name")"
    comma=,
    case $name in *_[Ee][Vv][Ee][Nn][Tt][Tt][Yy][Pp][Ee]) eval "event=\$$name" ;; esac
done
body="$body}}"

command -v curl >/dev/null || fail "curl is not installed"

# The key goes through a file, so that it is in no list of processes.
umask 077
config=$(mktemp)
trap 'rm -f "$config"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
[ -z "$key" ] || printf 'header = "X-Api-Key: %s"\n' "$key" >"$config"

status=$(printf '%s' "$body" | curl --silent --show-error --config "$config" --output /dev/null --write-out '%{http_code}' \
    --connect-timeout 5 --max-time 30 --retry 5 --retry-delay 1 --retry-connrefused --header 'Content-Type: application/json' \
    --data-binary @- "${url%/}/webhook/hook") || fail "nobody answers at $url"
case $status in
    2*) ;;
    401 | 403) fail "the daemon at $url answers $status; set ARRTHEAUDIO_API_KEY to the key that it wants" ;;
    *) fail "the daemon at $url answers $status" ;;
esac
