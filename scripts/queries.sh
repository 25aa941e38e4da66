# shellcheck shell=sh disable=SC2016
# Reading the queries of a Grafana dashboard. Sourced, never run.

# Prints every query of a dashboard that shows something, one a line, as Prometheus takes it. $1: its JSON, a value a line;
# $2: what stands in for the step that Grafana chooses.
dashboard_queries() {
    sed -n 's/^ *"expr": "\(.*\)",\{0,1\}$/\1/p' "$1" | grep -v '^ALERTS{' |
        sed -e 's/\\"/"/g' -e 's/\\\\/\\/g' -e "s/\\\$__rate_interval/$2/g" -e 's/\$instance/.*/g' -e "s/\\\$__range/$2/g"
}
