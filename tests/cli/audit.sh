# What does not fit: findings with their words, on a day and as they were known; and the ledger of days that moved.
. "${0%/*}/lib.sh"

at() { # time
	GRIFFIE_NOW=$1
}
sorted() {
	printf '%s\n' "$out" | sort
}
of() { # finding, item
	printf '%s\n' "$out" | grep "^{\"finding\":\"$1\",\"item\":\"$2\""
}

at 2025-03-01T09:00:00Z
run --db "$db" init
run --db "$db" import --quiet "$papers"/0*.txt
run --db "$db" --today 2025-12-31 audit --json
first=$(sorted)
check_has 'an adopted motion without a letter that settles it' "$(of overdue RIS990101)" '"severity":"medium"' \
	'"detail":"letter: due on 2025-03-27; days late: 279"' '"evidence":[{"document":"' '"start":'
check 'the keys of a finding' yes "$(printf '%s\n' "$out" | sed -n 1p |
	grep -Eq '^\{"finding":"[a-z_]+","item":"[^"]+","severity":"(high|medium|low)","detail":"[^"]+","evidence":\[.*\]\}$' && echo yes)"

at 2025-04-20T09:00:00Z
run --db "$db" import --quiet "$papers"/1*.txt
run --db "$db" --today 2025-12-31 audit --json
second=$(sorted)
check_has 'a letter that settles and promises' "$(of settled_while_promising RIS990107)" '"severity":"high"' \
	'settlement_proposed on 2025-04-08 by a paper that still promises something by 2026-05-31' 'als afgedaan'
check 'a letter that settles and promises nothing' '' "$(of settled_while_promising RIS990108)"
check_has 'nobody confirmed it' "$(of settlement_unconfirmed RIS990108)" '"severity":"low"'
check_has 'questions answered but for one' "$(of question_part_unanswered 2025Z99001)" 'question 7 has no answer' '"text":"'
check 'and in time' '' "$(of answer_late 2025Z99001)"
check_has 'questions without an answer' "$(of answer_missing 2025Z99002)" 'due on 2025-05-09'

# A promise that is kept speaks against nobody any more.
run --db "$db" due --json
promised=$(printf '%s\n' "$out" | sed -n '/"item":"RIS990107"/s/^{"uid":"\([^"]*\)".*/\1/p')
at 2025-04-25T09:00:00Z
for uid in $promised; do
	run --db "$db" waive "$uid" --because 'zonder voorwerp geraakt'
done
run --db "$db" --today 2025-12-31 audit --json
check 'waived: nothing is promised any more' '' "$(of settled_while_promising RIS990107)"

# What was known stays what it was, whatever came since.
at 2025-06-30T09:00:00Z
run --db "$db" --today 2025-12-31 audit --json --known-on 2025-03-15 --as-of 2025-12-31
check 'as known before the letters came' "$first" "$(sorted)"
run --db "$db" --today 2025-12-31 audit --json --known-on 2025-04-20T09:00:00Z --as-of 2025-12-31
check 'as known before it was waived' "$second" "$(sorted)"
run --db "$db" audit --json --known-on 2025-02-01
check 'as known before there was a register' '' "$out"
run --db "$db" status RIS990104 adopted --on 2025-03-13
run --db "$db" --today 2025-12-31 audit --json
check_has 'a state by hand is known from now on' "$(of overdue RIS990104)" 'due on 2025-04-24'
run --db "$db" --today 2025-12-31 audit --json --known-on 2025-04-20T09:00:00Z --as-of 2025-12-31
check 'and was not known before' "$second" "$(sorted)"

# What was true on a day, by what is known now.
run --db "$db" audit --json --as-of 2025-04-07
check 'before it was settled' '' "$(of settlement_unconfirmed RIS990107)"
check_has 'it was overdue' "$(of overdue RIS990107)" 'due on 2025-03-27; days late: 11'
run --db "$db" audit --json --as-of 2025-04-08
check_has 'on the day on which it was settled' "$(of settlement_unconfirmed RIS990107)" 'proposed on 2025-04-08'
check_has 'and was not waived yet' "$(of settled_while_promising RIS990107)" 'by 2026-05-31'
run --db "$db" audit --json --as-of 2024-01-01
check 'before all' '' "$out"

# Filters.
run --db "$db" --today 2025-12-31 audit --json --finding answer_missing
check 'one name' 1 "$(printf '%s\n' "$out" | grep -c '"finding":"answer_missing"')"
check 'and no other' '' "$(printf '%s\n' "$out" | grep -v '"finding":"answer_missing"')"
run --db "$db" --today 2025-12-31 audit --json --severity low
check 'one severity' '' "$(printf '%s\n' "$out" | grep -v '"severity":"low"')"
run --db "$db" --today 2025-12-31 audit --json --kind question
check 'one kind' '' "$(printf '%s\n' "$out" | grep -v '"item":"2025Z9900\|"item":"RIS99020')"
check_refusal 'no such finding' 2 "'late'" 'griffie audit --help' -- --db "$db" audit --finding late
check_refusal 'no such severity' 2 "'worst'" -- --db "$db" audit --severity worst
check_refusal 'no time' 2 "'gisteren'" -- --db "$db" audit --known-on gisteren
check_refusal 'no such hour' 2 '25:00' -- --db "$db" audit --known-on 2025-01-01T25:00:00Z

# For people, and in Dutch.
run --db "$db" --today 2025-12-31 audit --finding answer_missing
check_has 'on a terminal' "$out" '2025Z99002' 'high ' 'answer_missing: letter: due on 2025-05-09' ', page 1, bytes ' \
	'1 finding of 1 items on 2025-12-31'
run --db "$db" --lang nl --today 2025-12-31 audit --finding answer_missing
check_has 'in Dutch' "$out" 'hoog ' 'antwoord ontbreekt: brief: uiterlijk op 2025-05-09' '1 bevinding over 1 zaken op 2025-12-31'
run --db "$db" --lang nl --today 2025-12-31 audit
check 'every detail in Dutch' '' "$(printf '%s\n' "$out" | grep '^  \(hoog\|middel\|laag\) ' | grep ' due on \| by a paper \| not confirmed ')"

# What a row of a list says, and nobody could read.
sed '/^990105$/,/^Aangenomen$/s/^Aangenomen$/Doorgeschoven/' "$papers/09-besluitenlijst.txt" >"$scratch/lijst.txt"
run --db "$scratch/lijst.db" init
run --db "$scratch/lijst.db" import --quiet "$scratch/lijst.txt"
run --db "$scratch/lijst.db" audit --json
check_has 'an outcome that is not known' "$(of unknown_status RIS990105)" '"severity":"low"' "'Doorgeschoven' is no outcome that is known"
run --db "$scratch/lijst.db" audit --json --known-on 2025-06-01
check 'and nothing of it before it came' '' "$out"

# A table in which no cell is a formula.
run --db "$db" add question --title '=1+1' --number RIS990501 --on 2025-01-23
run --db "$db" --today 2025-12-31 audit --csv "$scratch/a.csv"
check 'CSV: exit status' 0 "$status"
check_has 'CSV: totals are printed' "$out" ' items on 2025-12-31'
check 'CSV: the columns' '"finding","item","severity","detail","kind","title","state","evidence","places"' \
	"$(sed -n 1p "$scratch/a.csv" | tr -d '\r')"
check 'CSV: lines end as RFC 4180 has it' yes "$(sed -n 1p "$scratch/a.csv" | grep -q "$(printf '\r')\$" && echo yes)"
check_has 'CSV: a formula is defused' "$(cat "$scratch/a.csv")" "\"'=1+1\""
check 'CSV: no cell begins as a formula' '' "$(grep -E '(^|,)"[=+@-]' "$scratch/a.csv")"

# A page that stands alone.
run --db "$db" --today 2025-12-31 audit --html "$scratch/a.html"
page=$(cat "$scratch/a.html")
head=$($griffie --db "$db" verify --json | sed 's/.*"head":"\([0-9a-f]*\)".*/\1/')
check_has 'HTML' "$page" '<!doctype html>' '<style>' '@media print' 'answer_missing' '=1+1' "$head" '</html>'
check 'HTML: no scripts, and nothing from elsewhere' '' "$(printf '%s\n' "$page" | grep '<script\|<link\|http')"

# The ledger.
run --db "$db" slips --json RIS990101
check 'slips: two moves' 2 "$(printf '%s\n' "$out" | grep -c '"item":"RIS990101"')"
check_has 'slips: the first' "$(printf '%s\n' "$out" | sed -n 1p)" '"was":"2025-03-27","latest":"2025-05-30","days":64,"on":"2025-03-20"' \
	'"expired":false,"authority":"own","reason":"De eerste bijeenkomst'
check_has 'slips: the second' "$(printf '%s\n' "$out" | sed -n 2p)" '"days":124' 'kabels gevonden'
run --db "$db" due --json
stars=$(printf '%s\n' "$out" | sed -n '/"item":"RIS990112"/s/^{"uid":"\([^"]*\)".*/\1/p')
run --db "$db" move "$stars" --to 2026-03-01 --because 'afgesproken met de indiener'
run --db "$db" slips RIS990112
check_has 'slips: by hand' "$out" 'days: +339' 'agreed with those who asked, the day had passed' 'afgesproken met de indiener' \
	'moves: 1, of 1 items; days: 339; without a reason: 0; when the day had passed: 1'
run --db "$db" slips --json --as-of 2025-05-26
check 'slips: as of a day' '' "$(printf '%s\n' "$out" | grep '"on":"2025-05-27"\|"on":"2025-06-30"')"
run --db "$db" slips --json --known-on 2025-04-30
check 'slips: as known' '' "$(printf '%s\n' "$out" | grep RIS990112)"
run --db "$db" slips --csv "$scratch/s.csv"
check_has 'slips: a table' "$(cat "$scratch/s.csv")" '"item","uid","title","was"' '"RIS990101"'
check_refusal 'slips: no such item' 3 "'ZZZ'" -- --db "$db" slips ZZZ
finish
