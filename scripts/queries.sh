# shellcheck shell=sh disable=SC2016
# Reading the queries of a Grafana dashboard and of alerts. Sourced, never run.

# Prints every query of a dashboard that shows something, one a line, as Prometheus takes it. $1: its JSON, a value a line;
# $2: what stands in for the step that Grafana chooses.
dashboard_queries() {
    sed -n 's/^ *"expr": "\(.*\)",\{0,1\}$/\1/p' "$1" | grep -v '^ALERTS{' |
        sed -e 's/\\"/"/g' -e 's/\\\\/\\/g' -e "s/\\\$__rate_interval/$2/g" -e 's/\$instance/.*/g' -e "s/\\\$__range/$2/g"
}

# Prints the queries of a file of alerts, with some words around. $1: the file.
alert_queries() {
    sed -n -e '/expr:/,/for:\|labels:/p' "$1"
}

# Prints the names of metrics in queries, as they come in.
metrics_in() {
    sed -e 's/"[^"]*"//g' | grep -oE '\b(arrtheaudio|jvm|process|system|disk|executor)_[a-z_]+' | sort -u
}

# Prints the names that the page about metrics lists, with those that a histogram has. $1: docs/metrics.md.
listed_metrics() {
    sed -n 's/^| \(`[^|]*`\) |.*/\1/p' "$1" | tr -s '`, ' '\n' | grep -E '^(arrtheaudio|disk)_[a-z_]+$' | while read -r name; do
        echo "$name"
        case $name in
            *_duration_seconds) printf '%s\n' "${name}_bucket" "${name}_sum" "${name}_count" ;;
        esac
    done | sort -u
}
