#!/bin/bash
# What is owed, of a register of ITEMS items with a follow-up each, against sqlite3 running one indexed query on the same file; and what
# starting up costs, against sqlite3 itself. Best of five each; fails above ten times, or above 5 ms more.
set -euo pipefail
items=${ITEMS:-100000}
griffie=$(realpath "${GRIFFIE:-build/griffie}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
file=$scratch/griffie.db

"$(dirname "$griffie")/bench/generate" "$file" "$items"

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
query='SELECT due, uid, title FROM followup WHERE status = '\''pending'\'' ORDER BY due, uid'
theirs=$(best_of_five sqlite3 "$file" "$query")
ours=$(best_of_five "$griffie" --db "$file" --today 2025-06-01 due)
start_theirs=$(best_of_five sqlite3 "$file" 'SELECT 1')
start_ours=$(best_of_five "$griffie" --db "$file" --today 1990-01-01 due --before 1990-01-01)
awk -v a="$theirs" -v b="$ours" -v c="$start_theirs" -v d="$start_ours" -v n="$items" 'BEGIN {
	printf "%d items: sqlite3 %.1f ms, griffie due %.1f ms; ratio %.1f (limit 10)\n", n, a / 1000, b / 1000, b / a
	printf "start: sqlite3 %.1f ms, griffie %.1f ms; %.1f ms more (limit 5)\n", c / 1000, d / 1000, (d - c) / 1000
	exit b / a > 10 || d - c > 5000
}'
