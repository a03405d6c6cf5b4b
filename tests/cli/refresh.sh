# Packs and readers that change reach what is stored already: no follow-up depends on when its paper was imported.
. "${0%/*}/lib.sh"

# A pack for The Hague with one rule for motions; its argument is what derive does.
pack() { # body of derive
	cat >"$scratch/pack.lua" <<END
body { id = "nl/den-haag", name = "Den Haag", base = "nl/gemeente" }
rule {
  id = "proef", title = "Proef", source = "Proef", applies_to = "motion",
  derive = function(item) $1 end,
  cases = {},
}
END
}

owed() { # register, rule
	run --db "$1" due --json
	printf '%s\n' "$out" | sed -n 's|.*"item":"\([^"]*\)".*"latest":"\([0-9-]*\)","state":"[a-z]*","rule":"'"$2"'".*|\1 \2|p'
}

whole=$scratch/whole.db
run --db "$whole" init
run --db "$whole" import --quiet "$papers"/0*.txt
run --db "$whole" due --json
right=$out
check_has 'with the shipped packs' "$right" '"item":"RIS990101"'

# ---- a pack that fails, and is mended ----

run --db "$db" init
pack 'error("mislukt")'
run --db "$db" --pack "$scratch/pack.lua" import "$papers"/0*.txt
check 'a rule that fails: exit status' 1 "$status"
check_has 'a rule that fails: the rule, the item and the end' "$err" proef RIS990101 mislukt 'they keep the follow-ups'
check_has 'a rule that fails: the papers are in' "$out" '9 papers read' '0 failed'
run --db "$db" --pack "$scratch/pack.lua" import "$papers"/01*.txt
check 'it still fails: exit status' 1 "$status"
check_has 'it still fails: it was tried' "$err" 'tried again' mislukt
run --db "$db" import "$papers"/01*.txt
check 'mended: exit status' 0 "$status"
check_has 'mended: one line says what is done' "$err" 'other rule packs' '(nl/den-haag)' 'derived anew'
check 'mended: one line' 1 "$(printf '%s\n' "$err" | sed -n '$=')"
check_has 'mended: no paper is read for it' "$out" '0 papers read, 1 known already'
run --db "$db" due --json
check 'mended: all that a new register owes' "$right" "$out"
run --db "$db" verify --json
journal=$out
run --db "$db" import "$papers"/01*.txt
check 'the same packs: nothing is said' '' "$err"
run --db "$db" rules run
check 'the same packs: exit status of rules run' 0 "$status"
check_has 'the same packs: nothing changes' "$out" '0 new, 0 changed, 0 withdrawn'
run --db "$db" verify --json
check 'the same packs: nothing in the journal' "$journal" "$out"

# ---- a pack that fails for one item only ----

other=$scratch/other.db
run --db "$other" init
pack 'if item.state == "rejected" then error("mislukt") end
  return { { key = "k", form = "letter", owed_by = "college", title = item.title, due = term(item.transitions[1].on, "10d") } }'
run --db "$other" --pack "$scratch/pack.lua" import --json "$papers"/02*.txt "$papers"/06*.txt
check 'one item fails: exit status' 1 "$status"
check_has 'one item fails: named' "$err" RIS990102
check 'one item fails: the other is derived' 'RIS990101 2025-02-24' "$(owed "$other" nl/den-haag:proef)"
run --db "$other" --pack "$scratch/pack.lua" rules run --json
check 'rules run: exit status' 1 "$status"
check 'rules run: the whole line' '{"rule":null,"pack":null,"sha256":null,"result":"failed"}' "$out"

# The recorded word stays, though a rule fails for its item.
run --db "$other" --pack "$scratch/pack.lua" status RIS990101 in_progress --on 2025-03-01
check 'a state by hand, another item failed: exit status' 0 "$status"
pack 'if item.state == "settlement_proposed" then error("mislukt") end return {}'
run --db "$other" --yes --pack "$scratch/pack.lua" status RIS990101 settlement_proposed --on 2025-03-02
check 'a state by hand, its rule fails: exit status' 1 "$status"
check_has 'a state by hand: other packs are told' "$err" 'other rule packs'
run --db "$other" list --json
check_has 'a state by hand: recorded' "$out" '"state":"settlement_proposed"'

# ---- a pack that changes ----

for days in 20 40; do
	pack 'return { { key = "k", form = "letter", owed_by = "college", title = item.title, due = term(item.transitions[1].on, "'$days'd") } }'
	run --db "$other" --yes --pack "$scratch/pack.lua" rules run
	check "$days days: exit status" 0 "$status"
	check_has "$days days" "$(owed "$other" nl/den-haag:proef)" "RIS990101 $([ $days = 20 ] && echo 2025-03-05 || echo 2025-03-25)"
done
run --db "$other" --pack "$scratch/pack.lua" add motion --title 'Met de hand' --number RIS1
check 'the same packs, add: nothing is said' '' "$err"
run --db "$other" --yes add motion --title 'Nog een' --number RIS2
check_has 'other packs, add: told' "$err" 'other rule packs'
check 'the follow-ups of a pack that is gone are withdrawn' '' "$(owed "$other" nl/den-haag:proef)"
run --db "$other" --yes --quiet --pack "$scratch/pack.lua" add motion --title 'Stil' --number RIS3
check '--quiet: nothing is said' '' "$err"

check_refusal 'rules run without a register' 3 'griffie init' -- --db "$scratch/none.db" rules run
run --db "$scratch/none.db" rules list
check 'rules list needs none' 0 "$status"

# ---- another reader ----

if command -v sqlite3 >/dev/null; then
	sqlite3 "$db" "update derivation set value = '0' where name = 'reader'; update document set kind = 'other', facts = 'x'"
	run --db "$db" import "$papers"/01*.txt
	check 'another reader: exit status' 0 "$status"
	check_has 'another reader: one line' "$err" 'all are read again'
	check 'another reader: the papers are read as before' 0 "$(sqlite3 "$db" "select count(*) from document where kind = 'other'")"
	run --db "$db" due --json
	check 'another reader: the same is owed' "$right" "$out"
	run --db "$db" import "$papers"/01*.txt
	check 'another reader: once' '' "$err"
fi
finish
