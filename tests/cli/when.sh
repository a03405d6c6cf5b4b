# griffie when: the moments in a text, with the keys that scripts rely on.
. "${0%/*}/lib.sh"

# Words, the day they are said, and "edtf earliest latest precision recurring"; "null" where there is none.
while IFS='|' read -r text on expected; do
	run when --json --on "$on" "$text"
	check "when '$text' on $on" "$expected" "$(field edtf "$out") $(field earliest "$out") $(field latest "$out") $(field precision "$out") $(field recurring "$out")"
done <<'END'
op 14 mei 2025|2025-01-10|2025-05-14 2025-05-14 2025-05-14 day false
uiterlijk 1 juli 2025|2025-01-10|../2025-07-01 2025-01-10 2025-07-01 day false
voor 1 juli 2025|2025-01-10|../2025-06-30 2025-01-10 2025-06-30 day false
in mei 2025|2025-01-10|2025-05 2025-05-01 2025-05-31 month false
in het voorjaar van 2026|2025-04-08|2026-21 2026-03-01 2026-05-31 season false
in het najaar|2025-03-24|2025-23 2025-09-01 2025-11-30 season false
in het najaar|2025-12-10|2026-23 2026-09-01 2026-11-30 season false
in de winter van 2023|2023-06-01|2023-24 2023-12-01 2024-02-29 season false
in Q4 2025|2025-04-08|2025-36 2025-10-01 2025-12-31 quarter false
in het eerste kwartaal van 2026|2025-04-08|2026-33 2026-01-01 2026-03-31 quarter false
in de eerste helft van 2026|2025-04-08|2026-40 2026-01-01 2026-06-30 half false
voor de zomer|2025-02-06|../2025-06-30 2025-02-06 2025-06-30 period false
week 23 van 2025|2025-02-06|2025-06-02/2025-06-08 2025-06-02 2025-06-08 week false
zo spoedig mogelijk|2025-02-06|null null null none false
END

run when --json --on 2021-02-02 'Wij informeren u in het voorjaar van 2021.'
check 'the whole line' '{"line":1,"text":"voorjaar van 2021","start":24,"end":41,"edtf":"2021-21","earliest":"2021-03-01","latest":"2021-05-31","precision":"season","recurring":false,"rule":"season"}' "$out"
check 'exit status' 0 "$status"

run when --json --on 2025-02-06 'wij melden u elk jaar in mei hoe het staat'
check_has 'what recurs says so' "$out" '"recurring":true'

run when --json --on 2025-02-06 'één café opent in mei 2025'
check 'start counts bytes' 21 "$(field start "$out")"
check 'end counts bytes, the end left out' 29 "$(field end "$out")"

out=$(printf 'niets\nop 14 mei 2025\r\n\nin Q4 2025, uiterlijk 1 maart 2026\n' | $griffie when --json --on 2025-02-06 -)
check 'lines are numbered' '2 4 4' "$(echo $(printf '%s\n' "$out" | sed 's/{"line":\([0-9]*\),.*/\1/'))"
check 'without TEXT, standard input is read' "$out" "$(printf 'niets\nop 14 mei 2025\r\n\nin Q4 2025, uiterlijk 1 maart 2026\n' | $griffie when --json --on 2025-02-06)"

# A line of 2.8 MB without its end is read in pieces; a moment at the edge of one is neither lost nor counted twice.
out=$(awk 'BEGIN { for (i = 0; i < 100000; i++) printf "in Q4 2025 of op 3 mei 2026 " }' | $griffie when --json --on 2025-02-06 -)
check 'a long line' 200000 "$(printf '%s\n' "$out" | grep -c '"line":1,')"
check 'offsets of a long line' '"start":2799989,"end":2799999' "$(printf '%s\n' "$out" | tail -1 | grep -o '"start":[0-9]*,"end":[0-9]*')"

run when --json --today 2025-03-24 'in het najaar'
check 'without --on, today counts' 2025-11-30 "$(field latest "$out")"
run when --json 'in het najaar'
check 'today is that of GRIFFIE_NOW' 2025-11-30 "$(field latest "$out")"

run when --on 2025-01-10 'op 14 mei 2025'
check_has 'for people' "$out" '14 mei 2025' '2025-05-14'
run when --on 2025-01-10 --explain 'in mei 2025'
check_has 'the reading rule' "$out" 'rule month' 'a month; without a year the first one that is not past'
run --lang nl when --on 2025-01-10 --explain 'in mei 2025'
check_has 'the reading rule, in Dutch' "$out" 'regel month' '(maand' 'een maand; zonder jaar de eerste die niet voorbij is'
# Each rule of core has its words.
for rule in $(sed -n '/^static const char \*rule_of/,/^}/p' "$tests/../../core/moment_when.c" | tr ' ' '\n' | sed -n 's/^"\([a-z-]*\)"[,;]*$/\1/p'); do
	check "the words of rule $rule" 1 "$(grep -c "^	{\"$rule\"," "$tests/../../cli/cmd_when.c")"
done

run when 'niets van dat al'
check 'no moment: exit status' 0 "$status"
check 'no moment: standard output' '' "$out"
check 'no moment: a message' 'no moment found' "$err"
run when --quiet 'niets van dat al'
check 'no moment: quiet' '' "$err"

check_refusal 'a day that is none' 2 "'2025-02-30'" '2025-01-31' -- when --on 2025-02-30 'in mei'
finish
