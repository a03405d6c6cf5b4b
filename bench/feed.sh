#!/bin/bash
# One calendar of ITEMS follow-ups, all stored as components: against sqlite3 that selects the same components to a file, and against libical that
# builds and prints the same calendar in one go. Best of five, in turn. Fails above three times sqlite3, above 32 MB, or below 20 times as
# fast as libical.
set -euo pipefail
items=${ITEMS:-100000}
griffie=$(realpath "${GRIFFIE:-build/griffie}")
bench=$(dirname "$griffie")/bench
export GRIFFIE_NOW=2025-06-01T09:00:00Z
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
"$bench/generate" griffie.db "$items"
"$griffie" --db griffie.db feed >griffie.ics

ours() {
	"$griffie" --db griffie.db feed >griffie.ics
}
theirs() {
	sqlite3 griffie.db 'SELECT text FROM component ORDER BY due, uid' >sqlite.txt
}
took() { # command: microseconds
	local start
	start=$(date +%s%N)
	"$@"
	echo $((($(date +%s%N) - start) / 1000))
}
for _ in 1 2 3 4 5; do
	echo "$(took ours) $(took theirs)"
done >times
for _ in 1 2 3; do
	"$bench/peer" calendar griffie.ics libical.ics
done >libical
# The most memory that it had: what the kernel says of a child that ended.
memory=$(bash -c '"$0" --db griffie.db feed >/dev/null & pid=$!
	while grep -s VmHWM /proc/$pid/status; do sleep 0.005; done' "$griffie" 2>/dev/null | awk '{ print $2 }' | sort -n | tail -n 1)
awk -v n="$items" -v memory="$memory" 'FILENAME == "libical" { if (!libical || $1 < libical) libical = $1; next }
	{ if (!a || $1 < a) a = $1; if (!b || $2 < b) b = $2 }
	END {
		printf "%d components: griffie feed %.0f ms, sqlite3 %.0f ms; ratio %.1f (limit 3)\n", n, a / 1000, b / 1000, a / b
		printf "memory: %.0f MB (limit 32)\n", memory / 1024
		printf "libical: %.0f ms; %.0f times (limit 20)\n", libical, libical * 1000 / a
		exit a / b > 3 || memory > 32 * 1024 || libical * 1000 / a < 20
	}' times libical
