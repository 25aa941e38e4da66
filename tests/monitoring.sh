#!/bin/sh
# Tries what Prometheus, Grafana and systemd get from deploy: promtool reads the configuration, the rules and every query of the
# dashboard, fires every alert, and only metrics that docs/metrics.md lists are asked for. Prints one line for each failed
# case; ends with 1 if there is one. What a missing tool leaves out is told.
set -eu

project=$(cd "$(dirname "$0")/.." && pwd -P)
cd "$project"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
passed=0
failed=0

# shellcheck source=scripts/java.sh
. scripts/java.sh
# shellcheck source=scripts/machine.sh
. scripts/machine.sh
# shellcheck source=scripts/queries.sh
. scripts/queries.sh

rules=deploy/prometheus/rules/arrtheaudio.yml
dashboard=deploy/grafana/dashboards/arrtheaudio.json

# expect WHAT COMMAND...: the command must succeed.
expect() {
    what=$1
    shift
    if "$@" >"$work/out" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED: %s\n' "$what"
        sed 's/^/  /' "$work/out"
    fi
}

# Whether each name of ours that is asked for is in the list. Whether a daemon serves them all: tests/distribution.
only_listed() {
    [ -s "$1" ] || return 1
    unknown=$(grep -E '^(arrtheaudio|disk)_' "$1" | comm -23 - "$work/listed")
    [ -z "$unknown" ] || {
        echo "not in docs/metrics.md: $unknown"
        return 1
    }
}

listed_metrics docs/metrics.md >"$work/listed"
dashboard_queries "$dashboard" 5m >"$work/queries"
alert_queries "$rules" | metrics_in >"$work/alerts.metrics"
metrics_in <"$work/queries" >"$work/dashboard.metrics"
expect "the dashboard has queries" [ "$(wc -l <"$work/queries")" -ge 40 ]
expect "every metric of an alert is one that there is" only_listed "$work/alerts.metrics"
expect "every metric of the dashboard is one that there is" only_listed "$work/dashboard.metrics"
echo arrtheaudio_no_such_total >"$work/seeded"
expect "and one that there is not would be found" sh -c "[ -n \"\$(comm -23 '$work/seeded' '$work/listed')\" ]"
for name in http_requests_total http_request_duration_seconds files_processed_total file_processing_duration_seconds \
    jobs_total jobs_active queue_size tmdb_api_requests_total tmdb_cache_hits_total errors_total version_info; do
    expect "arrtheaudio_$name is described" grep -qx "arrtheaudio_$name" "$work/listed"
done
for panel in "Requests a second" "How long they take" "Files processed" "Queue" "Errors" "Requests to TMDB" \
    "Answered from memory" "CPU" "Heap"; do
    expect "the dashboard shows: $panel" grep -q "\"title\": \"$panel" "$dashboard"
done

# Whether the rules name an alert that no test fires, or one that no page says what to do about.
sed -n 's/^ *- alert: //p' "$rules" >"$work/alerts"
while read -r alert; do
    expect "$alert is fired by a test" grep -q "alertname=\"$alert\"" tests/monitoring/alerts.yml
    expect "it is said what to do about $alert" grep -qx "### $alert" docs/troubleshooting.md
    expect "$alert leads there" grep -q "runbook: docs/troubleshooting.md#$(echo "$alert" | tr '[:upper:]' '[:lower:]')\$" "$rules"
done <"$work/alerts"

if find_prometheus "$project/target"; then
    # Promtool wants to see the key file, which the daemon makes.
    cp -r deploy/prometheus "$work/prometheus"
    echo a-key >"$work/api.key"
    sed "s#/etc/arrtheaudio/api.key#$work/api.key#" deploy/prometheus/prometheus.yml >"$work/prometheus/prometheus.yml"
    expect "promtool accepts the configuration" "$promtool" check config "$work/prometheus/prometheus.yml"
    expect "promtool accepts the rules" "$promtool" check rules "$rules"
    expect "every alert fires, and none without a reason" "$promtool" test rules tests/monitoring/alerts.yml
    awk 'BEGIN { print "groups:\n- name: dashboard\n  rules:" }
        { gsub(/\047/, "\047\047"); printf "  - record: query_%d\n    expr: \047%s\047\n", NR, $0 }' "$work/queries" >"$work/queries.yml"
    expect "promtool can read every query of the dashboard" "$promtool" check rules "$work/queries.yml"
    echo '  - {record: broken, expr: "sum by ("}' >>"$work/queries.yml"
    expect "and would not, were one broken" sh -c "! '$promtool' check rules '$work/queries.yml'"
else
    say "monitoring: without promtool (Debian: prometheus) rules, configuration and queries are not tried"
fi

unit=deploy/systemd/arrtheaudio.service
for line in NoNewPrivileges=yes ProtectSystem=strict MemoryMax= LimitNOFILE= ExecReload= ; do
    expect "the unit has $line" grep -q "^$line" "$unit"
done
if command -v systemd-analyze >/dev/null; then
    # It looks for the programs that the unit names, and for the user; here others stand in for them.
    sed -e "s#/opt/arrtheaudio/bin/[a-z-]*#/bin/true#" -e 's/^\(User\|Group\)=.*/\1=root/' "$unit" >"$work/arrtheaudio.service"
    # Whatever it says about other units of this machine does not matter.
    systemd-analyze verify --man=no "$work/arrtheaudio.service" >"$work/verified" 2>&1 || :
    expect "systemd understands the unit" sh -c "! grep -F arrtheaudio.service '$work/verified'"
    sed 's/^MemoryMax=.*/MemoryMax=much/' "$work/arrtheaudio.service" >"$work/bad-arrtheaudio.service"
    systemd-analyze verify --man=no "$work/bad-arrtheaudio.service" >"$work/verified" 2>&1 || :
    expect "and would not, were a value wrong" grep -F bad-arrtheaudio.service "$work/verified"
    if systemd-analyze --help | grep -q -e --offline; then
        expect "and finds little that an intruder could reach by it (2.0 of 10 at most)" \
            systemd-analyze security --no-pager --offline=true --threshold=20 "$unit"
    fi
else
    say "monitoring: without systemd-analyze (Debian: systemd) the unit is not tried"
fi

echo "monitoring: $passed passed, $failed failed"
[ "$failed" = 0 ]
