# griffie term: a day and a length of time, with each step.
. "${0%/*}/lib.sh"

# From, length, --atw or nothing, to.
while read -r from length to atw; do
	run term --json "$from" "$length" $atw
	check "term $from $length $atw" "$to" "$(field to "$out")"
done <<'END'
2025-01-31 21d 2025-02-21
2025-01-31 30d 2025-03-02
2025-01-31 30d 2025-03-03 --atw
2025-02-13 6w 2025-03-27
2025-01-31 1m 2025-02-28
2024-01-31 1m 2024-02-29
2024-02-29 1y 2025-02-28
2025-01-31 1q 2025-04-30
2024-12-20 1w 2024-12-27
2025-03-20 4w 2025-04-17 --atw
2025-04-04 14d 2025-04-22 --atw
2025-01-31 10wd 2025-02-14
2025-04-17 1wd 2025-04-22
END

run term --json 2025-01-31 30d --atw
check 'the whole line' '{"from":"2025-01-31","length":"30d","to":"2025-03-03","steps":["2025-01-31 + 30 days = 2025-03-02","2025-03-02 is a Sunday: to 2025-03-03 (Atw art. 1)"]}' "$out"
check 'exit status' 0 "$status"

run term 2025-01-31 30d --atw
check 'for people, a line a step' '2025-01-31 + 30 days = 2025-03-02
2025-03-02 is a Sunday: to 2025-03-03 (Atw art. 1)
2025-03-03' "$out"
run --lang nl term 2025-01-31 30d --atw
check 'in Dutch' '2025-01-31 + 30 dagen = 2025-03-02
2025-03-02 is zondag: naar 2025-03-03 (Atw art. 1)
2025-03-03' "$out"

# By which rule, in both languages.
run term --explain 2025-01-31 30d --atw
check 'with --explain' '2025-01-31 + 30 days = 2025-03-02
the first day does not count (HR 1-9-2017, ECLI:NL:HR:2017:2225)
every other day counts, Sundays and public holidays too
2025-03-02 is a Sunday: to 2025-03-03 (Atw art. 1)
the act reaches terms of up to 90 days, twelve weeks or three months (Atw art. 4)
2025-03-03' "$out"
run --lang nl term --explain 2025-01-31 1m
check 'with --explain, in Dutch' '2025-01-31 + 1 maand = 2025-02-28
de eerste dag telt niet mee (HR 1-9-2017, ECLI:NL:HR:2017:2225)
2025-02 heeft geen dag 31: de laatste dag geldt daarvoor
2025-02-28' "$out"
run term --explain --json 2025-04-05 3w
check_has 'with --explain, an end that does not move' "$out" '"to":"2025-04-26"' \
	'"2025-04-26 is a Saturday, Sunday or public holiday: it moves only with --atw (Atw art. 1)"]'
run term --explain 2025-01-31 3m --atw
check_has 'with --explain, an end that stays' "$out" '2025-04-30 is no Saturday, Sunday or public holiday: it stays (Atw art. 1)'
run term --explain 2024-09-26 91d --atw
check_has 'with --explain, beyond the act' "$out" 'not lengthened (Atw art. 4)'
run term --explain 2025-01-31 10wd
check_has 'with --explain, working days' "$out" 'Saturdays, Sundays and public holidays do not count (Atw art. 3)'
run term --explain 2025-01-15 1q
check_has 'with --explain, months' "$out" 'to the day of the same number'

pack=$(mktemp)
cat >"$pack" <<'END'
body { id = "nl/eiland", name = "Eiland", base = "nl/gemeente", recess = { summer = { ["2025"] = "2025-07-12/2025-08-24" } },
       meetings = { "2025-09-04", "2025-09-18" } }
END
run --pack "$pack" --body nl/eiland term 2025-07-01 3w --skip-recess
check 'a recess does not count' '2025-07-01 + 3 weeks = 2025-07-22
recess 2025-07-12 to 2025-08-24 does not count: 44 days on, to 2025-09-04
2025-09-04' "$out"
run --pack "$pack" --body nl/eiland term 2025-08-01 5w --meeting
check 'to the first meeting' '2025-08-01 + 5 weeks = 2025-09-05
first meeting on or after that day: 2025-09-18
2025-09-18' "$out"
run --pack "$pack" --body nl/eiland term --explain 2025-08-01 5w --meeting
check_has 'with --explain, whose meetings' "$out" 'recesses and meetings are those of the rule pack of nl/eiland'
check_refusal 'no meeting known' 3 'nl/eiland' 'meeting' -- --pack "$pack" --body nl/eiland term 2025-12-01 1d --meeting
check_refusal 'whose recess' 2 '--body' 'recesses' -- term 2025-07-01 3w --skip-recess
rm -f "$pack"

check_refusal 'a day that is none' 2 "'2025-02-29'" 2025-01-31 -- term 2025-02-29 1d
check_refusal 'a length that is none' 2 "'6x'" '3w' -- term 2025-01-31 6x
check_refusal 'a length of nothing' 2 "'0d'" '3w' -- term 2025-01-31 0d
check_refusal 'no length' 2 'FROM LENGTH' -- term 2025-01-31
check_refusal 'beyond the years that are counted' 4 '2199-12-20 + 1y' '1800 to 2199' -- term 2199-12-20 1y
finish
