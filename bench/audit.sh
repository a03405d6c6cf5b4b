#!/bin/bash
# The findings of a register of ITEMS items with a follow-up each, against sqlite3 reading through the tables that they are made of once. Best of
# five each; fails above five times. And the memory that it takes, which must not grow with the register: fails when all items take more than
# half again what a tenth of them does.
set -euo pipefail
items=${ITEMS:-100000}
griffie=$(realpath "${GRIFFIE:-build/griffie}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
file=$scratch/griffie.db
small=$scratch/small.db

"$(dirname "$griffie")/bench/generate" "$file" "$items"
"$(dirname "$griffie")/bench/generate" "$small" "$((items / 10))"

best_of_five() { # command: microseconds
	local best=0 i start took
	for i in 1 2 3 4 5; do
		start=$(date +%s%N)
		"$@" >/dev/null
		took=$((($(date +%s%N) - start) / 1000))
		((best == 0 || took < best)) && best=$took
	done
	echo "$best"
}
peak() { # register: kilobytes, as long as it can be asked
	local most=0 now
	"$griffie" --db "$1" --today 2025-06-01 audit --json >/dev/null &
	while now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$!/status" 2>/dev/null) && [[ $now ]]; do
		most=$now
	done
	wait "$!"
	echo "$most"
}
scan='SELECT * FROM item; SELECT * FROM transition; SELECT * FROM finding; SELECT * FROM followup; SELECT * FROM followup_quote; SELECT * FROM followup_move;'
theirs=$(best_of_five sqlite3 "$file" "$scan")
ours=$(best_of_five "$griffie" --db "$file" --today 2025-06-01 audit --json)
all=$(peak "$file") tenth=$(peak "$small")
awk -v a="$theirs" -v b="$ours" -v n="$items" -v c="$all" -v d="$tenth" 'BEGIN {
	printf "%d items: sqlite3 %.1f ms, griffie audit %.1f ms; ratio %.1f (limit 5)\n", n, a / 1000, b / 1000, b / a
	printf "memory: %d kB, of a tenth of them %d kB; ratio %.2f (limit 1.5)\n", c, d, d ? c / d : 0
	exit b / a > 5 || c > 1.5 * d
}'
