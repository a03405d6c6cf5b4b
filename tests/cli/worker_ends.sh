# The process of the rules is ended from outside again and again: items may fail, and then a line names pack, rule and item, and the exit status
# says so; what is stored stays, and the next run is as if nothing had been.
. "${0%/*}/lib.sh"

# A rule that takes some fifteen milliseconds, of the fifty that it may.
cat >"$scratch/pack.lua" <<'END'
body { id = "nl/den-haag", name = "Den Haag", base = "nl/gemeente" }
rule {
  id = "traag", title = "Traag", source = "Proef", applies_to = "motion",
  derive = function(item)
    local a, b, n = string.rep("x", 10000), string.rep("x", 10000), 0
    for i = 1, 60000 do if a == b then n = n + 1 end end
    return { { key = "k", form = "letter", owed_by = "college", title = item.title, due = term(item.adopted, "6w") } }
  end,
}
END

# The processes whose parent is $1.
children() {
	grep -l "^PPid:[[:space:]]*$1\$" /proc/[0-9]*/status 2>/dev/null | sed 's|/proc/\([0-9]*\)/status|\1|'
}

run --db "$db" init
for i in 1 2 3 4 5 6 7 8 9; do
	run --db "$db" --pack "$scratch/pack.lua" --body nl/den-haag add motion --title "Motie $i" --number "RIS99000$i"
	run --db "$db" --pack "$scratch/pack.lua" status "RIS99000$i" adopted --on 2025-01-23
done
run --db "$db" --yes --pack "$scratch/pack.lua" rules run
run --db "$db" --pack "$scratch/pack.lua" due --json
right=$out
check_has 'before' "$right" RIS990001 RIS990009 2025-03-06

# A worker lives for a moment, so that most have read their packs. What is hit by it is chance: until an item was, twice.
named=no
for attempt in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	$griffie --db "$db" --pack "$scratch/pack.lua" rules run >"$scratch/out" 2>"$scratch/err" &
	pid=$!
	while kill -0 "$pid" 2>/dev/null; do
		for keeper in $(children "$pid"); do
			for worker in $(children "$keeper"); do
				sleep "0.0$((attempt % 3 + 1))"
				kill -SEGV "$worker" 2>/dev/null
			done
		done
	done
	wait "$pid"
	status=$?
	told=$(cat "$scratch/err")
	[ "$status" = 0 ] && continue
	check 'items failed: exit status' 1 "$status"
	check_has 'items failed: it is said why' "$told" 'its process ended'
	run --db "$db" --pack "$scratch/pack.lua" due --json
	check 'items failed: what was stored stays' "$right" "$out"
	case $told in
		*"pack 'nl/den-haag', rule 'traag', item 'RIS99000"*'they keep the follow-ups that they had'*) named=yes && break ;;
	esac
done
check 'a line names pack, rule and item' yes "$named"
run --db "$db" --pack "$scratch/pack.lua" rules run
check 'the next run: exit status' 0 "$status"
run --db "$db" --pack "$scratch/pack.lua" due --json
check 'the next run: the same is owed' "$right" "$out"
run --db "$db" verify
check 'the journal is whole' 0 "$status"

# ---- Ctrl-C ----

# A decision list with 700 motions more; a rule of three milliseconds, so that there is time to stop it.
{
	sed '/^I$/,$d' "$papers/09-besluitenlijst.txt"
	awk 'BEGIN { for (i = 0; i < 700; i++) printf "%d\n\nMotie H.1 CDA Voorstel %d voor de Vlonderkade\n\nAangenomen\n\n", 970000 + i, i }'
} >"$scratch/besluitenlijst.txt"
for term in 5w 7w; do
	sed -e "s/6w/$term/; s/60000/8000/" "$scratch/pack.lua" >"$scratch/$term.lua"
done
days() { # register: how often each last day stands there
	run --db "$1" --json due
	printf '%s\n' "$out" | grep 'den-haag:traag' | sed 's/.*"latest":"\([0-9-]*\)".*/\1/' | sort | uniq -c | sed 's/^ *//'
}
whole=$scratch/whole.db
run --db "$whole" --pack "$scratch/5w.lua" init
run --db "$whole" --quiet --pack "$scratch/5w.lua" import "$scratch/besluitenlijst.txt"
check_has 'many motions: derived' "$(days "$whole")" '2025-03-20'
cp "$whole" "$scratch/stopped.db"
$griffie --db "$scratch/stopped.db" --yes --pack "$scratch/7w.lua" rules run >"$scratch/out" 2>"$scratch/err" &
pid=$!
while keeper=$(children "$pid") && [ -z "$keeper" ] || [ -z "$(children "$keeper")" ]; do
	kill -0 "$pid" || break
done
sleep 0.1
kill -INT "$pid"
wait "$pid"
check 'stopped: exit status' 1 "$?"
check_has 'stopped: what to do' "$(cat "$scratch/err")" 'the same command begins this again'
run --db "$scratch/stopped.db" verify
check 'stopped: the journal is whole' 0 "$status"
check_has 'stopped: it is known that it is not done' "$(days "$scratch/stopped.db")" '2025-0'
run --db "$scratch/stopped.db" --yes --pack "$scratch/7w.lua" rules run
check 'begun again: exit status' 0 "$status"
run --db "$whole" --yes --pack "$scratch/7w.lua" rules run
check 'begun again: as if never stopped' "$(days "$whole")" "$(days "$scratch/stopped.db")"
finish
