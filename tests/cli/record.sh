# What is recorded by hand: told when it is in the register and not before, in order of the days, in words that can be kept.
. "${0%/*}/lib.sh"
run --db "$db" init
run --db "$db" import --quiet "$papers"/0*.txt
run --db "$db" due --json
uid=$(printf '%s\n' "$out" | sed -n '1s/^{"uid":"\([^"]*\)".*/\1/p')
escape=$(printf '\033')

journal() {
	$griffie --db "$db" verify --json
}

# ---- a reader that holds the register ----

if command -v sqlite3 >/dev/null; then
	mkfifo "$scratch/reader"
	sqlite3 "$db" <"$scratch/reader" >"$scratch/read" &
	reader=$!
	exec 8>"$scratch/reader"
	printf 'begin;\nselect count(*) from journal;\n' >&8
	while [ ! -s "$scratch/read" ] && kill -0 "$reader" 2>/dev/null; do
		sleep 0.01
	done
	check_refusal 'add, held up' 75 'try again' -- --db "$db" add motion --title Klok --number RIS1 --json
	exec 8>&-
	wait "$reader"
	check_refusal 'what was held up was not recorded' 3 "'RIS1'" -- --db "$db" show RIS1
fi

# ---- an earlier day ----

run --db "$db" add motion --title Klok --number RIS9 --on 2025-01-01 --json
check 'add: the whole line' '{"item":"RIS9","state":"submitted","on":"2025-01-01"}' "$out"
run --db "$db" status RIS9 adopted --on 2025-03-01
check 'status' 'RIS9 is adopted since 2025-03-01' "$out"
run --db "$db" status RIS9 held --on 2025-02-01
check 'status of an earlier day: exit status' 0 "$status"
check 'status of an earlier day' 'RIS9 was held on 2025-02-01; now it is adopted' "$out"
run --db "$db" list --json --state adopted
check_has 'status of an earlier day: the later one stays' "$out" '"item":"RIS9"'
check_refusal 'what the state of that day forbids' 5 "'RIS9'" 'a motion that is held on that day cannot become settled' -- \
	--db "$db" status RIS9 settled --on 2025-02-02
check_refusal 'what the state of that day forbids, in Dutch' 5 "een motie die op die dag aangehouden is, kan niet 'afgedaan' worden" -- \
	--db "$db" --lang nl status RIS9 settled --on 2025-02-02
check_refusal 'before its first state' 5 'a motion that is without a state on that day' -- --db "$db" status RIS9 settled --on 2024-12-31
check_refusal 'settled without a decision' 5 "'RIS9' is settled by a decision of the council" 'griffie settle --by' -- \
	--db "$db" status RIS9 settled --on 2025-03-02

# What is owed because of a state by hand has no words to show.
run --db "$db" due --json
byhand=$(printf '%s\n' "$out" | sed -n '/"item":"RIS9"/s/^{"uid":"\([^"]*\)".*/\1/p' | sed -n 1p)
for command in due 'show RIS9' "why $byhand"; do
	run --db "$db" $command
	check "$command: exit status" 0 "$status"
	check "$command: no empty quotation" '' "$(printf '%s\n' "$out" | grep '“”')"
done
check_has 'why: whose word it is' "$out" Evidence 'by hand'

# ---- the same again ----

again='griffie: this was recorded before: nothing was changed'
before=$(journal)
run --db "$db" status RIS9 held --on 2025-02-01
check 'the same state again: exit status' 0 "$status"
check 'the same state again' "$again" "$err"
run --db "$db" status --json RIS9 held --on 2025-02-01
check 'the same state again: the line' '{"item":"RIS9","state":"held","on":"2025-02-01"}' "$out"
check 'the same state again: to programs nothing is said' '' "$err"
check 'the same state again: the journal' "$before" "$(journal)"
run --db "$db" link RIS990101 about RIS990105
check 'link' 'RIS990101 about RIS990105' "$out"
check 'link: no message' '' "$err"
linked=$(journal)
run --db "$db" link RIS990101 about RIS990105
check 'the same link again' "$again" "$err"
check 'the same link again: the journal' "$linked" "$(journal)"
run --db "$db" waive "$uid" --because 'zonder voorwerp geraakt'
check 'waive: exit status' 0 "$status"
check 'waive: no message' '' "$err"
waived=$(journal)
run --db "$db" waive "$uid" --because 'zonder voorwerp geraakt'
check 'the same word again: exit status' 0 "$status"
check 'the same word again' "$again" "$err"
check 'the same word again: the journal' "$waived" "$(journal)"

# ---- what cannot be kept ----

before=$(journal)
for blank in '' ' ' "$(printf '\t ')"; do
	check_refusal "add: a blank number '$blank'" 2 '--number' -- --db "$db" add motion --title Klok --number "$blank"
	check_refusal "add: a blank title '$blank'" 2 '--title' -- --db "$db" add motion --title "$blank"
	check_refusal "add: a blank name '$blank'" 2 '--by' -- --db "$db" add motion --title Klok --by "$blank"
	check_refusal "waive: a blank reason '$blank'" 2 '--because' -- --db "$db" waive "$uid" --because "$blank"
done
check_refusal 'waive: a line end' 2 '--because' -- --db "$db" waive "$uid" --because 'a
b'
check_refusal 'waive: what a terminal obeys' 2 '--because' -- --db "$db" waive "$uid" --because "a${escape}[31m"
check_refusal 'waive: C1' 2 '--because' -- --db "$db" waive "$uid" --because "$(printf 'a\302\23331m')"
check_refusal 'waive: no UTF-8' 2 '--because' -- --db "$db" waive "$uid" --because "$(printf 'a\377')"
check_refusal 'move: what a terminal obeys' 2 '--because' -- --db "$db" move "$uid" --to 2026-01-01 --because "a${escape}"
check_refusal 'move: a moment of two lines' 2 '--to' -- --db "$db" move "$uid" --because x --to "eind
2026"
check 'what was refused is not in the journal' "$before" "$(journal)"
run --db "$db" add motion --title '  Bel  ' --number ' RIS10 ' --json
check 'blanks around a text are left out' RIS10 "$(field item "$out")"

# ---- a number that means several items ----

for number in RIS777 AB777; do
	run --db "$db" add motion --title "Haak $number" --number "$number"
	check "add $number: exit status" 0 "$status"
done
check_refusal 'a number that is taken' 5 'RIS777 is in the register already' -- --db "$db" add motion --title Y --number RIS777
check_refusal 'a number that means several' 4 "'777' means several items: AB777, RIS777" -- --db "$db" add motion --title Y --number 777
finish
