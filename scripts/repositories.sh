# shellcheck shell=sh
# Maven with repositories of a test's own. Sourced, never run.

# Prints settings for "mvn -gs" by which a folder is asked first, then what this user has already fetched, then Maven's own.
# With "-Dmaven.repo.local" beside it nothing of a test reaches the repository of this user. $1: folder.
repositories() {
    echo '<settings><profiles><profile><id>test</id><repositories>'
    repository_entries repository "$1"
    echo '</repositories><pluginRepositories>'
    repository_entries pluginRepository "$1"
    echo '</pluginRepositories></profile></profiles><activeProfiles><activeProfile>test</activeProfile></activeProfiles></settings>'
}

# $1: element; $2: folder. Checksums are for what comes over a network.
repository_entries() {
    for entry in "published file://$2" "here file://${HOME:-}/.m2/repository"; do
        printf '<%s><id>%s</id><url>%s</url>' "$1" "${entry%% *}" "${entry#* }"
        for kind in releases snapshots; do
            printf '<%s><checksumPolicy>ignore</checksumPolicy></%s>' "$kind" "$kind"
        done
        printf '</%s>\n' "$1"
    done
}
