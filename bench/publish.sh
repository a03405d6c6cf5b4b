#!/bin/bash
# The whole folder of a council with ITEMS items, 300 calendars and those of each item, from a register that was never published: against
# writing the same bytes to as many files. Then publishing again with nothing changed, against find over the folder: it must not write
# anything. Best of three and of ten, in turn. Fails above ten times, above twice, or when a file was touched.
set -euo pipefail
items=${ITEMS:-20000}
griffie=$(realpath "${GRIFFIE:-build/griffie}")
bench=$(dirname "$griffie")/bench
export GRIFFIE_NOW=2025-06-01T09:00:00Z
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
"$bench/generate" griffie.db "$items"

publish() {
	"$griffie" --quiet --db published.db --body nl/den-haag publish site --base-url https://raad.example.nl/
}
took() { # command: microseconds
	local start
	start=$(date +%s%N)
	"$@" >/dev/null
	echo $((($(date +%s%N) - start) / 1000))
}
stamps() {
	find site -printf '%P %i %T@ %C@\n' | LC_ALL=C sort
}

for _ in 1 2 3; do
	rm -rf site copy
	cp griffie.db published.db
	ours=$(took publish)
	echo "$ours $("$bench/peer" files site copy)"
done >whole
stamps >before
for _ in 1 2 3 4 5 6 7 8 9 10; do
	echo "$(took publish) $(took find site)"
done >again
stamps >after
cmp before after || { echo 'publish: a file was touched though nothing changed'; exit 1; }
awk -v n="$items" -v files="$(find site -type f | wc -l)" 'FILENAME == "whole" { if (!a || $1 < a) a = $1; if (!b || $2 < b) b = $2; next }
	{ if (!c || $1 < c) c = $1; if (!d || $2 < d) d = $2 }
	END {
		printf "%d items, %d files: griffie publish %.1f s, writing them %.1f s; ratio %.1f (limit 10)\n", n, files, a / 1e6, b / 1e3, a / b / 1e3
		printf "again: griffie publish %.0f ms, find %.0f ms; ratio %.1f (limit 2)\n", c / 1e3, d / 1e3, c / d
		exit a / b / 1e3 > 10 || c / d > 2
	}' whole again
