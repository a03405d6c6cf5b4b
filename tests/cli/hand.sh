# A person's word: it is kept, shown and survives whatever is imported or derived afterwards.
. "${0%/*}/lib.sh"

run --db "$db" init
run --db "$db" import --quiet "$papers"/0*.txt "$papers/12-tussenbericht-liften.txt" "$papers/13-afdoening-zwemdiploma.txt"
run --db "$db" due --json
owed=$out
run --db "$db" show RIS990109
doc=$(printf '%s\n' "$out" | sed -n 's/^  \([0-9a-f]\{12\}\)  .*12-tussenbericht-liften\.txt$/\1/p')
check 'show names the paper by its SHA-256' 12 "${#doc}"

uid_of() { # ref, latest
	printf '%s\n' "$owed" | sed -n '/"item":"'"$1"'".*"latest":"'"$2"'","state"/s/^{"uid":"\([^"]*\)".*/\1/p'
}
lifts=$(uid_of RIS990109 2025-06-20)
stars=$(uid_of RIS990112 2025-03-27)
report=$(uid_of RIS990107 2025-12-31)

# A beginning of the uid is enough.
run --db "$db" fulfil --json "${lifts%%-*}" --with "$doc" --on 2025-06-18
check 'fulfil: exit status' 0 "$status"
check 'fulfil: state' fulfilled "$(field state "$out")"
check 'fulfil: the day of the word' 2025-06-18 "$(field fulfilled_on "$out")"
run --db "$db" waive --json "$stars" --because 'zonder voorwerp geraakt'
check 'waive: exit status' 0 "$status"
check 'waive: state' waived "$(field state "$out")"
check 'waive: reason' 'zonder voorwerp geraakt' "$(field because "$out")"
run --db "$db" move --json "$report" --to 'eind 2026' --because 'later afgesproken' --on 2025-06-01
check 'move: exit status' 0 "$status"
check_has 'move: the old day, the new one and the reason' "$out" '"latest":"2026-12-31"' \
	'"moves":[{"was":"2025-12-31","latest":"2026-12-31","on":"2025-06-01","document":null,"reason":"later afgesproken"}]'

run --db "$db" due --json
check 'due: what is settled by word is gone' '' "$(printf '%s\n' "$out" | sed -n "/$lifts/p; /$stars/p")"
check_has 'due: what was moved has its new day' "$(printf '%s\n' "$out" | sed -n "/$report/p")" '"latest":"2026-12-31"'
run --db "$db" due --json --state waived
check 'due --state waived' "$stars" "$(printf '%s\n' "$out" | sed 's/^{"uid":"\([^"]*\)".*/\1/')"
run --db "$db" due --json --state fulfilled
check_has 'due --state fulfilled' "$out" "$lifts"

# The word survives what comes in later.
run --db "$db" due --json
owed=$out
run --db "$db" import --quiet "$papers/pdf/besluitenlijst.pdf" "$papers/pdf/afdoening-zwemdiploma.pdf"
check 'import afterwards: exit status' 0 "$status"
for state in fulfilled waived; do
	run --db "$db" due --json --state $state
	check_has "a $state one stays so" "$out" "$([ $state = waived ] && echo "$stars" || echo "$lifts")"
done
run --db "$db" due --json
check_has 'a moved one stays moved' "$(printf '%s\n' "$out" | sed -n "/$report/p")" '"latest":"2026-12-31"'

# A state by hand.
run --db "$db" status --json RIS990104 adopted --on 2025-03-13
check 'status: the whole line' '{"item":"RIS990104","state":"adopted","on":"2025-03-13"}' "$out"
run --db "$db" due --json
check 'status: what an adopted motion owes is derived' 2025-04-24 "$(printf '%s\n' "$out" |
	sed -n '/"item":"RIS990104"/s/.*"latest":"\([0-9-]*\)","state".*/\1/p')"
run --db "$db" show --json RIS990104
check_has 'status: kept in its life' "$out" '"state":"adopted","on":"2025-03-13"' '"state":"held","on":"2025-02-13"'
list=$(sha256sum "$papers/09-besluitenlijst.txt" | cut -c1-12)
run --db "$db" settle RIS990107 --by "$list" --still-owed --on 2025-06-30
check 'settled by a decision that is named: exit status' 0 "$status"
check_has 'settled by a decision: what is owed stays so' "$out" 'stay owed'
run --db "$db" list --json --state settled
check_has 'settled, and since when' "$out" '"item":"RIS990107"' '"settled_on":"2025-06-30"'

# Items without a number, recorded in one second, are told apart.
run --db "$db" add commitment --title 'Een bel bij de pont' --json
first=$(field item "$out")
run --db "$db" add commitment --title 'Een bank bij de pont' --json
check 'add twice in one second: exit status' 0 "$status"
check 'add twice in one second: two items' yes "$([ "$first" != "$(field item "$out")" ] && echo yes)"
run --db "$db" list --json
check_has 'add twice in one second: both are there' "$out" 'Een bel bij de pont' 'Een bank bij de pont'

run --db "$db" verify --json
check 'the journal is whole' whole "$(field result "$out")"
run --db "$db" doctor --json
check 'doctor: exit status' 0 "$status"
check 'doctor: nothing is wrong' '' "$(printf '%s\n' "$out" | sed -n '/"ok":false/p')"
finish
