#!/bin/bash
# Derivation with all shipped packs, of a register of ITEMS items: the time of `griffie rules run` that finds nothing to write, against a
# bare interpreter that calls the same derive functions on tables in memory (bench/derive.c); and of recording one state by hand,
# whose follow-ups are derived, against starting up. Best of three and of five. Fails below a quarter of the speed of the
# interpreter, above 64 MB of memory, or above 50 ms for the one item. A million needs 4 GB of disk and five minutes.
set -euo pipefail
items=${ITEMS:-1000000}
griffie=$(realpath "${GRIFFIE:-build/griffie}")
bench=$(dirname "$griffie")/bench
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export GRIFFIE_DB=$scratch/griffie.db

now() {
	date +%s%N
}
"$bench/generate" "$GRIFFIE_DB" "$items" mix
start=$(now)
"$griffie" --yes --quiet rules run >/dev/null
echo "$items items derived and stored for the first time: $((($(now) - start) / 1000000)) ms"

ours=0 bare=0 memory=0
for i in 1 2 3; do
	start=$(now)
	"$griffie" rules run >/dev/null &
	pid=$!
	while [[ -r /proc/$pid/status ]] && peak=$(awk '/^VmHWM/ { print $2 }' "/proc/$pid/status" 2>/dev/null) && [[ -n $peak ]]; do
		memory=$peak
		sleep 0.2
	done
	wait "$pid"
	took=$((($(now) - start) / 1000))
	((ours == 0 || took < ours)) && ours=$took
	took=$("$bench/derive" "$items" | awk -v n="$items" '{ printf "%d", $1 * n }')
	((bare == 0 || took < bare)) && bare=$took
done

best_of_five() { # command: microseconds; %d is the number of the turn
	local best=0 i took begun
	for i in 1 2 3 4 5; do
		begun=$(now)
		"${@//%d/$i}" >/dev/null
		took=$((($(now) - begun) / 1000))
		((best == 0 || took < best)) && best=$took
	done
	echo "$best"
}
number=$((items / 2 / 11 * 11 + 4)) # a question that waits for its answer
one=$(best_of_five "$griffie" --quiet status "RIS$((1000000 + number))" answered --on 2026-01-0%d)
begin=$(best_of_five "$griffie" --version)

awk -v a="$bare" -v b="$ours" -v m="$memory" -v one="$one" -v begin="$begin" -v n="$items" 'BEGIN {
	printf "an item: bare interpreter %.2f us, griffie rules run %.2f us; ratio %.2f (limit 0.25)\n", a / n, b / n, a / b
	printf "memory: %.1f MB (limit 64)\n", m / 1024
	printf "one changed item: %.1f ms, start %.1f ms; %.1f ms more (limit 50)\n", one / 1000, begin / 1000, (one - begin) / 1000
	exit a / b < 0.25 || m > 65536 || one - begin > 50000
}'
