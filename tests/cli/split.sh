# What was gathered in one follow-up is split by a person, and merged again; that survives all that comes later.
. "${0%/*}/lib.sh"

# A letter that says three times what is due before 1 July: twice of one thing, once of another.
letter() { # number, a line more
	cat <<END
Gemeente Den Haag

De gemeenteraad

Datum: 4 maart 2025
RIS$1

Onderwerp: Stand van zaken stallingen Vlonderkade

Geachte raadsleden,

Met deze brief informeert het college u over de stallingen aan de Vlonderkade.
Het college stuurt de raad voor 1 juli 2025 een rapportage over de stallingen aan de Vlonderkade.
De bewoners zijn gehoord. In deze rapportage over de stallingen zal het college de raad voor 1 juli 2025 ook berichten
over de bezetting. De ondernemers vragen om meer plaatsen.
$2
Wij sturen u voor 1 juli 2025 een rapportage over de stallingen bij het veerhuis.

Met vriendelijke groet,
het college van burgemeester en wethouders,
END
}
letter 990301 '' >"$scratch/brief.txt"
letter 990302 '' >"$scratch/ander.txt"

uids() { # state, words of a quote
	run --db "$db" due --json --state "$1"
	printf '%s\n' "$out" | sed -n '/"item":"RIS990301".*'"$2"'/s/^{"uid":"\([^"]*\)".*/\1/p'
}
quotes() { # uid
	run --db "$db" why --json "$1"
	printf '%s\n' "$out" | sed 's/.*"quotes":\(.*\),"steps".*/\1/' | grep -o '"text":' | grep -c .
}

run --db "$db" init
run --db "$db" import --quiet "$scratch/brief.txt" "$scratch/ander.txt" "$papers/02-motie-bankjes-definitief.txt"
first=$(uids pending veerhuis)
check 'one follow-up with three quotes' 3 "$(quotes "$first")"
run --db "$db" why "$first"
check_has 'why numbers its quotes' "$out" '  1. “Het college' '  2. “In deze' '  3. “Wij sturen'

# ---- split ----

run --db "$db" split "${first%%-*}" 3 --because 'het veerhuis is iets anders' --on 2025-06-02 --json
check 'split: exit status' 0 "$status"
check 'split: a line for each of the two' 2 "$(printf '%s\n' "$out" | grep -c '"state":"pending"')"
check 'split: that with the first quote stays, and is shown first' "$first" "$(field uid "$(printf '%s\n' "$out" | sed -n 1p)")"
new=$(uids pending veerhuis)
check_has 'split: the new one' "$out" "{\"uid\":\"$new\""
check 'split: two quotes stay' 2 "$(quotes "$first")"
check 'split: one left' 1 "$(quotes "$new")"
run --db "$db" why --json "$new"
check_has 'why --json: who, when and why' "$out" \
	"\"gathered\":[{\"word\":\"split\",\"on\":\"2025-06-02\",\"from\":\"$first\",\"to\":\"$new\",\"quote\":\"Wij sturen" \
	'"because":"het veerhuis is iets anders"}]'
run --db "$db" why "$first"
check_has 'why, where it left' "$out" 'Split and merged by hand' "2025-06-02: split off, to ${new%%-*}: “Wij sturen" \
	'het veerhuis is iets anders'
run --db "$db" why "$new"
check_has 'why, where it came' "$out" "2025-06-02: split off, from ${first%%-*}: “Wij sturen"
check 'the other letter stays as it is' 1 "$(uids pending x >/dev/null; printf '%s\n' "$out" |
	grep -c '"item":"RIS990302".*bezetting.*veerhuis')"

# ---- what comes later ----

run --db "$db" due --json
split=$out
run --db "$db" rules run
check_has 'all derived anew: nothing changes' "$out" '0 new, 0 changed, 0 withdrawn'
cp "$scratch/brief.txt" "$scratch/zelfde.txt"
run --db "$db" import --quiet "$scratch/zelfde.txt" "$papers/03-motie-toiletten-concept.txt"
run --db "$db" rules run
run --db "$db" due --json
check 'import afterwards: the same is owed' "$split" "$out"

# A copy in other bytes, in either order of import, and before or after the word.
{
	echo
	letter 990301 ''
	echo
} >"$scratch/kopie.txt"
run --db "$db" import --quiet "$scratch/kopie.txt"
run --db "$db" due --json
both=$out
check 'a copy of the letter: still two' "$first $new" "$(uids pending bezetting) $(uids pending veerhuis)"
other=$scratch/other.db
run --db "$other" init
run --db "$other" import --quiet "$scratch/ander.txt" "$scratch/kopie.txt" "$papers/03-motie-toiletten-concept.txt"
run --db "$other" split "$first" veerhuis --on 2025-06-05
check 'words of the quote are enough: exit status' 0 "$status"
run --db "$other" import --quiet "$scratch/brief.txt" "$papers/02-motie-bankjes-definitief.txt"
run --db "$other" due --json
check 'another order: the same uids, days and quotes' "$both" "$out"

run --db "$db" verify --json
check 'the journal is whole' whole "$(field result "$out")"

# The letter is put right: it says more, and the sentence stands at another place.
gone=$scratch/gone.db
run --db "$gone" init
run --db "$gone" import --quiet "$scratch/brief.txt"
run --db "$gone" split "$first" 3
check 'split: exit status' 0 "$status"
letter 990301 'Het meldpunt voor fietsen is sinds kort ook op zondag open voor bewoners.' >"$scratch/brief.txt"
run --db "$gone" import --json "$scratch/brief.txt"
run --db "$gone" due --json
check_has 'a corrected letter: still two' "$out" "\"uid\":\"$first\"" "\"uid\":\"$new\"" '2025 ook berichten'
check 'a corrected letter: nothing more' 2 "$(printf '%s\n' "$out" | grep -c .)"

# Where the sentence is gone, that is said.
letter 990301 '' | sed '/veerhuis/d' >"$scratch/brief.txt"
run --db "$gone" import --quiet "$scratch/brief.txt"
run --db "$gone" show --json RIS990301
check_has 'a sentence that is gone: a finding' "$out" '{"finding":"promise_not_found","detail":"'"'Wij sturen u voor 1 juli 2025" \
	', split off by hand, is no longer read'
run --db "$gone" --lang nl show RIS990301
check_has 'a sentence that is gone: in Dutch' "$out" 'toezegging niet teruggevonden' 'met de hand afgesplitst'
run --db "$gone" verify --json
check 'a sentence that is gone: the journal is whole' whole "$(field result "$out")"

# ---- words on what was gathered ----

run --db "$db" move "$new" --to 2025-10-01 --because afspraak
run --db "$db" merge "$first" "$new"
check 'merge: exit status' 0 "$status"
check 'merge: three quotes again' 3 "$(quotes "$first")"
run --db "$db" merge "$first" "$new"
check 'merge again: exit status' 0 "$status"
check_has 'merge again: nothing to do' "$err" 'recorded before'
run --db "$db" why "$new"
check_has 'what was merged' "$out" 'state: withdrawn' 'merged by hand with another' "merged, to ${first%%-*}"
run --db "$db" split "$first" 3
check_has 'split again: the word of before is named' "$err" "what was recorded of ${new%%-*} before holds again"
check_has 'split again: the uid and the date of before' "$(uids pending veerhuis; printf '%s\n' "$out" | sed -n "/$new/p")" "$new" \
	'"latest":"2025-10-01"'
run --db "$db" merge "$first" "$new"
check_has 'merge: what does not hold is said' "$err" "date that ${new%%-*} got by hand stays with it" "does not hold for ${first%%-*}" \
	"the day of ${new%%-*} was 2025-10-01" 'griffie move'
run --db "$db" due --json
check_has 'merge: the day of the first holds' "$(printf '%s\n' "$out" | sed -n "/$first/p")" '"latest":"2025-06-30"'

run --db "$db" show RIS990301
doc=$(printf '%s\n' "$out" | sed -n 's/^  \([0-9a-f]\{12\}\)  .*kopie\.txt$/\1/p')
run --db "$db" fulfil "$first" --with "$doc"
run --db "$db" split "$first" 2 --lang nl
check 'split of what is fulfilled: exit status' 0 "$status"
check_has 'split of what is fulfilled: said' "$err" "${first%%-*} blijft voldaan; dat geldt niet voor"
third=$(uids pending bezetting)
check 'split of what is fulfilled: the other is owed' 36 "${#third}"
check 'split of what is fulfilled: the first stays so' "$first" "$(uids fulfilled .)"
run --db "$db" fulfil "$third" --with "$doc"
check_refusal 'merge: what is done does not go into another' 5 "'${third%%-*}'" fulfilled -- --db "$db" merge "$first" "$third"
check 'a refusal changes nothing' "$(printf '%s\n' "$first" "$third" | sort)" "$(uids fulfilled . | sort)"

# ---- other packs ----

# A number is that of before: what was derived anew in the same call may count otherwise.
cat >"$scratch/pack.lua" <<'END'
body { id = "nl/den-haag", name = "Den Haag", base = "nl/gemeente" }
rule {
  id = "proef", title = "Proef", source = "Proef", applies_to = "letter",
  derive = function(item) return { { key = "proef", due = item.received } } end,
  cases = {},
}
END
letter 990301 '' >"$scratch/nieuw.txt"
renewed=$scratch/renewed.db
run --db "$renewed" init
run --db "$renewed" --pack "$scratch/pack.lua" import --quiet "$scratch/nieuw.txt"
run --db "$renewed" --yes split "$first" 3 --quiet
check 'a number of before: exit status' 5 "$status"
check_has 'a number of before: what to do' "$err" 'worked out anew' "griffie why $first" 'number 3'
run --db "$renewed" split "$first" 3
check 'a number of now: exit status' 0 "$status"
check_has 'a number of now' "$out" "${first%%-*}" "${new%%-*}"

# ---- what cannot be ----

run --db "$other" due --json
settlement=$(printf '%s\n' "$out" | sed -n '/"item":"RIS990101"/s/^{"uid":"\([^"]*\)".*/\1/p' | head -n 1)
stranger=$(printf '%s\n' "$out" | sed -n '/"item":"RIS990302"/s/^{"uid":"\([^"]*\)".*/\1/p' | head -n 1)
check_refusal 'split: no such quote' 2 "'9'" 2 'griffie why' -- --db "$other" split "$first" 9
check_refusal 'split: words in no quote' 3 "'veerpont'" 0 -- --db "$other" split "$first" veerpont
check_refusal 'split: words in several quotes' 4 "'stallingen'" 2 -- --db "$other" split "$first" stallingen
check_refusal 'split: all of it' 2 'the whole of it' -- --db "$other" split "$first" 1 2
check_refusal 'split: nothing to split' 2 'the whole of it' -- --db "$other" split "$new" 1
check_refusal 'split: what rests on no promise' 5 "'${settlement%%-*}'" 'does not rest on a promise' -- --db "$other" split "$settlement" 1
check_refusal 'split: no quote named' 2 split -- --db "$other" split "$first"
check_refusal 'merge: with itself' 2 'named twice' -- --db "$other" merge "$first" "${first%%-*}"
check_refusal 'merge: of two items' 5 RIS990301 RIS990302 'griffie link' -- --db "$other" merge "$first" "$stranger"
check_refusal 'split: what was withdrawn' 5 withdrawn "griffie why ${new%%-*}" -- --db "$gone" split "$new" 1
run --db "$other" verify --json
check 'after all refusals: the journal is whole' whole "$(field result "$out")"
finish
