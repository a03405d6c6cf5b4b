# The sample papers, from files to what is owed: tests/papers/README.md is the table of what must come out.
. "${0%/*}/lib.sh"

# What stands between two keys of a line of JSON.
between() { # from, to, line
	printf '%s\n' "$3" | sed -n 's/.*'"$1"'\(.*\)'"$2"'.*/\1/p'
}

# The days under "latest" in a list of objects, "-" when there are none.
days() { # json
	found=$(printf '%s\n' "$1" | tr '{' '\n' | sed -n 's/.*"latest":"\([0-9-]*\)".*/\1/p' | sort | tr '\n' ' ')
	echo ${found:--}
}

# ---- each paper, read alone ----

# File, kind, body, date, outcome, days promised, identifiers. An interim letter may say its day as a notice or as a promise: "*".
while IFS='|' read -r file kind body date outcome promised identifiers; do
	run read --json "$papers/$file"
	check "$file: exit status" 0 "$status"
	check "$file: kind body date" "$kind $body $date" "$(printf '%s\n' "$out" |
		sed 's/^{"kind":"\([a-z_]*\)","body":"\{0,1\}\([^",]*\)"\{0,1\},"date":"\{0,1\}\([^",]*\)"\{0,1\},.*/\1 \2 \3/')"
	check "$file: outcome" "$outcome" "$(between '"outcome":' ',"relations"' "$out" | tr -d '"')"
	case $promised in
		'*'*) check_has "$file: the day that it names" "$out" "\"latest\":\"${promised#?}\"" ;;
		*) check "$file: promised" "$promised" "$(days "$(between '"promises":\[' '\],"requests"' "$out")")" ;;
	esac
	for identifier in $identifiers; do
		check_has "$file: identifiers" "$(between ',"identifiers":\[' '\],"people"' "$out")" "\"value\":\"$identifier\""
	done
done <<'END'
01-motie-bankjes-concept.txt|motion|nl/den-haag|2025-02-13|null|-|H.1
02-motie-bankjes-definitief.txt|motion|nl/den-haag|2025-02-13|adopted|-|RIS990101 H.1
03-motie-toiletten-concept.txt|motion|nl/den-haag|2025-02-13|null|-|J.1
04-motie-toiletten-definitief.txt|motion|nl/den-haag|2025-02-13|adopted|-|RIS990105 J.1
05-motie-steiger-concept.txt|motion|nl/den-haag|2025-02-13|null|-|H.2
06-motie-steiger-definitief.txt|motion|nl/den-haag|2025-02-13|rejected|-|RIS990102 H.2
07-amendement-vleermuizen-verworpen.txt|amendment|nl/den-haag|2025-02-13|rejected|-|RIS990111 M.B
08-amendement-avondmarkt-ingetrokken.txt|amendment|nl/den-haag|2025-02-13|withdrawn|-|RIS990103 I.A
09-besluitenlijst.txt|decision_list|nl/den-haag|2025-02-13|null|-|RIS990001
10-tussenbericht-bankjes.txt|interim|nl/den-haag|2025-03-20|null|*2025-05-30|DSO/10990310 RIS990101
11-tweede-tussenbericht-bankjes.txt|interim|nl/den-haag|2025-05-27|null|*2025-10-01|DSO/10990655 RIS990101
12-tussenbericht-liften.txt|interim|nl/den-haag|2025-03-18|null|*2025-06-20|DSO/10990287 RIS990109
13-afdoening-zwemdiploma.txt|settlement|nl/den-haag|2025-04-08|null|2025-12-31 2026-05-31|OCW/10990402 RIS990107
14-afdoening-schoolplein.txt|settlement|nl/den-haag|2025-03-25|null|-|OCW/10990366 RIS990108
15-kamervragen-buurtbus.txt|answer|nl/tweede-kamer|2025-03-24|null|2025-11-30 2025-11-30 2025-11-30 2025-11-30 2025-11-30|2025Z99001 kv-tk-2025Z99001 ah-tk-20242025-9901
16-uitstel-kamervragen-veerpont.txt|postponement|nl/tweede-kamer|2025-04-01|null|2025-05-09|2025Z99002 ah-tk-20242025-9902
17-schriftelijke-vragen-noodbrug.txt|question|nl/den-haag|2025-03-03|null|-|RIS990201
18-beantwoording-vragen-noodbrug.txt|answer|nl/den-haag|2025-03-25|null|2025-06-30|DSB/10990371 RIS990201
19-brief-vereniging-oevers.txt|letter|null|2025-02-06|null|-|
20-column-eiland-van-licht.txt|other|null|2025-02|null|-|
21-raadsvoorstel-kademuren.txt|proposal|nl/den-haag|2025-01-14|adopted|-|BSD/10990102 RIS990012
22-notulen.txt|minutes|nl/den-haag|2025-02-13|null|2025-04-30|
pdf/motie-zwemdiploma-definitief.pdf|motion|nl/den-haag|2025-02-13|adopted|-|RIS990107 K.1
pdf/afdoening-zwemdiploma.pdf|settlement|nl/den-haag|2025-04-08|null|2025-12-31 2026-05-31|OCW/10990402 RIS990107
pdf/besluitenlijst.pdf|decision_list|nl/den-haag|2025-02-13|null|-|RIS990001
pdf/kamermotie-buurtbus.pdf|motion|nl/tweede-kamer|2025-04-03|null|-|99001-7
END

# What a motion asks by when, and what a letter by others asks.
for file in 03-motie-toiletten-concept.txt 04-motie-toiletten-definitief.txt pdf/kamermotie-buurtbus.pdf; do
	run read --json "$papers/$file"
	check "$file: asked" 2025-09-30 "$(days "$(between '"requests":\[' '\],"mentions"' "$out")")"
done
run read --json "$papers/19-brief-vereniging-oevers.txt"
check '19: requests' 4 "$(between '"requests":\[' '\],"mentions"' "$out" | tr '{' '\n' | sed -n '/^"verb"/p' | sed -n '$=')"

# People, relations, questions.
run read --json "$papers/02-motie-bankjes-definitief.txt"
check_has '02: people and proposal' "$out" '"name":"Marije Rozendal","party":"CDA"' \
	'"name":"Willemijn van der Zwaluw","party":"ChristenUnie/SGP"' '"type":"about","scheme":"RIS","value":"RIS990013"'
run read --json "$papers/04-motie-toiletten-definitief.txt"
check_has '04: people' "$out" '"name":"Sjoerd Kalverda","party":"Haagse VVD"' '"name":"Loes Bijvank","party":"D66"'
run read --json "$papers/06-motie-steiger-definitief.txt"
check_has '06: people' "$out" '"name":"Teun Wagenvoort","party":"SP"' '"name":"Hanneke Uittenhout","party":"Haagse Wijkpartij"'
run read --json "$papers/07-amendement-vleermuizen-verworpen.txt"
check_has '07: people and proposal' "$out" '"name":"Hanneke Uittenhout","party":"Haagse Wijkpartij"' \
	'"name":"Pieternel Stroobos","party":"Partij voor de Dieren"' '"value":"RIS990016"'
run read --json "$papers/15-kamervragen-buurtbus.txt"
check_has '15: people' "$out" '"name":"Noor Wittebrood","party":"ChristenUnie"' Oldenziel
check_has '15: questions' "$out" '{"number":1,"answered":true}' '{"number":6,"answered":true}' '{"number":7,"answered":false}'
run read --json "$papers/16-uitstel-kamervragen-veerpont.txt"
check_has '16: people' "$out" 'Harmelink' '"party":"CDA"'
check '16: questions without an answer' 5 "$(between '"questions":\[' '\],"promises"' "$out" | tr '{' '\n' | sed -n '/"answered":false/p' | sed -n '$=')"
run read --json "$papers/18-beantwoording-vragen-noodbrug.txt"
check '18: questions with an answer' 4 "$(between '"questions":\[' '\],"promises"' "$out" | tr '{' '\n' | sed -n '/"answered":true/p' | sed -n '$=')"
run read --json "$papers/22-notulen.txt"

# ---- all of them ----

run --db "$db" init
run --db "$db" import --json "$papers"/*.txt "$papers/pdf"
check 'import: exit status' 0 "$status"
check 'import: all are new' 26 "$(printf '%s\n' "$out" | sed -n '/"status":"new"/p' | sed -n '$=')"
check 'import: keys' 26 "$(printf '%s\n' "$out" | sed -n '/^{"path":".*","status":".*","item":.*,"kind":.*,"reason":.*}$/p' | sed -n '$=')"
check_has 'import: what is said of a paper' "$(printf '%s\n' "$out" | sed -n '/21-raadsvoorstel/p')" Windows-1252
run --db "$db" list --json
listed=$out
run --db "$db" due --json
owed=$out

item() { # ref or title
	printf '%s\n' "$listed" | grep -e "$1"
}

# The line that holds a piece, its kind and state, and the days owed by it.
while IFS='|' read -r ref kind states title days; do
	line=$(item "\"value\":\"$ref\"")
	check "$ref: one item" 1 "$(printf '%s\n' "$line" | sed -n '$=')"
	check "$ref: kind" "$kind" "$(printf '%s\n' "$line" | sed 's/^{"item":"[^"]*","kind":"\([a-z]*\)".*/\1/')"
	check "$ref: title" "$title" "$(between '"title":"' '","date"' "$line")"
	check_has "$ref: state" "$states" "$(field state "$line")"
	own=$(printf '%s\n' "$line" | sed 's/^{"item":"\([^"]*\)".*/\1/')
	due=$(printf '%s\n' "$owed" | sed -n '/"item":"'"$(printf '%s' "$own" | sed 's/[/.]/\\&/g')"'"/p')
	latest=$(printf '%s\n' "$due" | sed -n 's/.*"latest":"\([0-9-]*\)","state".*/\1/p' | sort -u | tr '\n' ' ')
	check "$ref: owed" "$days" "$(echo $latest)"
done <<'END'
RIS990101|motion|adopted in_progress|Bankjes langs de Vlonderkade|2025-10-01
RIS990102|motion|rejected|Houd de steiger open voor roeiers|
RIS990103|amendment|withdrawn|Ruimte voor avondmarkten|
RIS990104|motion|held|Een kraam voor de buurtwerkplaats|
RIS990105|motion|adopted in_progress|Wijs de weg naar het toilet|2025-03-27 2025-09-30
RIS990106|motion|withdrawn|Gratis naar het toilet op de markt|
RIS990107|motion|settlement_proposed|Zwemdiploma voor volwassenen|2025-12-31 2026-05-31
RIS990108|motion|settlement_proposed|Schoolplein open na schooltijd|
RIS990109|motion|adopted in_progress|Een meldpunt voor kapotte liften|2025-06-20
RIS990110|amendment|adopted|Licht bij de bushalte|
RIS990111|amendment|rejected|Donkere routes voor vleermuizen|
RIS990112|motion|adopted in_progress|Laat de sterren zien|2025-03-27
RIS990201|question|answered|Over de drempel bij de noodbrug|2025-06-30
2025Z99001|question|answered|De toekomst van de buurtbus|2025-11-30
2025Z99002|question|postponed|het bericht «Veerpont vaart alleen nog op afspraak»|2025-05-09
99001-7|motion|submitted|Openbaar vervoer buiten de stad|
END

check 'list: keys' "$(printf '%s\n' "$listed" | sed -n '$=')" "$(printf '%s\n' "$listed" | sed -n '/^{"item":.*,"kind":.*,"body":.*,"identifiers":\[.*\],"title":.*,"date":.*,"state":.*,"parties":\[.*\],"people":\[.*\],"settled_on":.*,"pending":[0-9]*,"overdue":[0-9]*,"confidential":[a-z]*}$/p' | sed -n '$=')"
check 'due: keys' "$(printf '%s\n' "$owed" | sed -n '$=')" "$(printf '%s\n' "$owed" | sed -n '/^{"uid":.*,"item":.*,"kind":.*,"title":.*,"owed_by":.*,"form":.*,"edtf":.*,"earliest":.*,"latest":.*,"state":.*,"rule":.*,"quotes":\[/p' | sed -n '$=')"
check 'nothing else is a motion or an amendment' 13 "$(printf '%s\n' "$listed" | sed -n '/"kind":"motion"/p; /"kind":"amendment"/p' | sed -n '$=')"
check 'nothing else is a question' 3 "$(printf '%s\n' "$listed" | sed -n '/"kind":"question"/p' | sed -n '$=')"
check 'motion J.3 was not put in' '' "$(item '"value":"J.3"')"
check 'the buurtbus: fewer follow-ups than quotes' yes \
	"$([ "$(printf '%s\n' "$owed" | sed -n '/"item":"2025Z99001"/p' | sed -n '$=')" -lt 5 ] && echo yes)"
check 'RIS990107: two follow-ups' 2 "$(printf '%s\n' "$owed" | sed -n '/"item":"RIS990107"/p' | sed -n '$=')"
check 'the minutes: the letter about the elms' 1 "$(printf '%s\n' "$owed" | sed -n '/"latest":"2025-04-30"/p' | sed -n '$=')"
check 'the association and the column owe nothing' '' "$(printf '%s\n' "$owed" | sed -n '/Oevers/p; /Eiland van licht/p')"

run --db "$db" show --json RIS990101
check_has 'RIS990101: the terms that were moved' "$out" 2025-03-27 2025-05-30 2025-10-01
run --db "$db" show --json RIS990107
check_has 'show: the keys of list' "$out" '{"item":"RIS990107"' '"kind":' '"body":' '"identifiers":[' '"title":' '"date":' '"state":' '"parties":[' \
	'"people":[' '"settled_on":' '"pending":2' '"overdue":0'
check_has 'RIS990107: settlement is proposed, not confirmed' "$out" '"state":"settlement_proposed","on":"2025-04-08"'
check 'RIS990107: nobody settled it' '' "$(printf '%s\n' "$out" | grep -e '"state":"settled"')"
check_has 'RIS990107: its follow-ups, the settlement too' "$(days "$(between '"followups":\[' '\],"papers"' "$out")")" \
	'2025-03-27 2025-12-31 2026-05-31'
run --db "$db" show --json RIS990108
check_has 'RIS990108: settlement is proposed' "$out" '"state":"settlement_proposed","on":"2025-03-25"'

# Why: the words, the rule and the steps of one that is overdue.
uid=$(printf '%s\n' "$owed" | sed -n '/"item":"RIS990109"/s/^{"uid":"\([^"]*\)".*/\1/p')
run --db "$db" why --json "$uid"
check_has 'why: keys' "$out" "{\"uid\":\"$uid\",\"rule\":\"" '"rule_sha256":"' '"quotes":[{"document":"' '"steps":['

# The calendar of them, twice.
run --db "$db" feed -o "$scratch/griffie.ics"
check 'feed: exit status' 0 "$status"
check 'feed: an event for each that has a day' "$(printf '%s\n' "$owed" | sed -n '/"latest":"[0-9-]*","state"/p' | sed -n '$=')" \
	"$(sed -n '/^BEGIN:VEVENT/p' "$scratch/griffie.ics" | sed -n '$=')"
GRIFFIE_NOW=2025-08-01T09:00:00Z
run --db "$db" feed
check 'feed: the same a month later' "$(cat "$scratch/griffie.ics")" "$out"

# Subscribers who saw a question open see it close, however late its answer is read; who starts with both sees neither.
late=$scratch/late.db both=$scratch/both.db
GRIFFIE_NOW=2025-03-05T09:00:00Z
run --db "$late" init
run --db "$late" import "$papers/17-schriftelijke-vragen-noodbrug.txt"
run --db "$late" feed
check_has 'feed: a question that is open' "$out" 'BEGIN:VEVENT'
GRIFFIE_NOW=2025-08-01T09:00:00Z
run --db "$late" import "$papers/18-beantwoording-vragen-noodbrug.txt"
run --db "$late" feed
check_has 'feed: its answer, read four months late' "$out" 'DTSTART;VALUE=DATE:20250402'
run --db "$both" init
run --db "$both" import "$papers/17-schriftelijke-vragen-noodbrug.txt" "$papers/18-beantwoording-vragen-noodbrug.txt"
run --db "$both" feed
check 'feed: nothing of what was settled before the register began' '' "$(printf '%s\n' "$out" | grep 20250402)"
GRIFFIE_NOW=2025-06-30T09:00:00Z

# ---- again, under another name, in another order ----

run --db "$db" verify --json
journal=$out
run --db "$db" import --json "$papers"/*.txt "$papers/pdf"
check 'again: all are known' 26 "$(printf '%s\n' "$out" | sed -n '/"status":"unchanged"/p' | sed -n '$=')"
cp "$papers/13-afdoening-zwemdiploma.txt" "$scratch/onder een andere naam.txt"
run --db "$db" import --json "$scratch/onder een andere naam.txt"
check 'another name: known' unchanged "$(field status "$out")"
run --db "$db" list --json
check 'again: the same items' "$listed" "$out"
run --db "$db" due --json
check 'again: the same is owed' "$owed" "$out"
run --db "$db" verify --json
check 'again: nothing in the journal' "$journal" "$out"

reverse=
for file in "$papers"/*.txt; do
	reverse="$file
$reverse"
done
other=$scratch/andersom.db
run --db "$other" init
run --db "$other" import --quiet "$papers/pdf"
check 'in reverse: exit status' 0 "$status"
while IFS= read -r file; do
	[ -z "$file" ] || run --db "$other" import --quiet "$file"
done <<END
$reverse
END
run --db "$other" list --json
check 'in reverse: the same items' "$listed" "$out"
run --db "$other" due --json
check 'in reverse: the same is owed' "$owed" "$out"
for database in "$db" "$other"; do
	run --db "$database" verify --json
	check "${database##*/}: the journal" whole "$(field result "$out")"
done
# ---- a party by any of its names ----

run --db "$db" list --json --party 'Partij voor de Dieren'
dieren=$out
check_has 'a party by its full name' "$dieren" 'RIS990111'
run --db "$db" list --json --party pvdd
check 'a party by its short name' "$dieren" "$out"
run --db "$db" due --party Nonsens
check_has 'a party that nobody knows' "$err" "'Nonsens'"
# ---- the number of a paper leads to what it is about ----

number=$(between '"identifiers":\[{"scheme":"kenmerk","value":"' '"},{' "$($griffie read --json "$papers/13-afdoening-zwemdiploma.txt")")
run --db "$db" show --json "${number%%\"*}"
check_has 'by the number of a letter' "$out" '"item":"RIS990107"'

# ---- a paper that is put right under its own name ----

third=$scratch/verbeterd.db
mkdir "$scratch/inbox"
cp "$papers/13-afdoening-zwemdiploma.txt" "$scratch/inbox/brief.txt"
run --db "$third" init
run --db "$third" import --quiet "$scratch/inbox"
run --db "$third" due --json
before=$(days "$out")
sed 's/het voorjaar van 2026/het najaar van 2026/' "$papers/13-afdoening-zwemdiploma.txt" >"$scratch/inbox/brief.txt"
run --db "$third" import --json "$scratch/inbox/../inbox/brief.txt"
check 'put right: it replaces' updated "$(field status "$out")"
run --db "$third" due --json
check 'put right: the new day only' '2025-12-31 2026-11-30' "$(days "$out")"
cp "$papers/13-afdoening-zwemdiploma.txt" "$scratch/inbox/brief.txt"
run --db "$third" import "$scratch/inbox"
check_has 'put back: said' "$out" '1 papers replace'
run --db "$third" due --json
check 'put back: as it was' "$before" "$(days "$out")"
cp "$papers/01-motie-bankjes-concept.txt" "$scratch/inbox/brief.txt"
run --db "$third" import --json "$scratch/inbox"
check 'another paper under the same name' new "$(field status "$out")"
run --db "$third" due --json
check 'another paper: nothing is lost' "$before" "$(days "$out")"
run --db "$third" verify --json
check 'put right: the journal' whole "$(field result "$out")"
# An item without states of its own, as a proposal has none: its paper says what became of it.
run --db "$scratch/voorstel.db" init
run --db "$scratch/voorstel.db" import "$papers/21-raadsvoorstel-kademuren.txt"
run --db "$scratch/voorstel.db" show RIS990012
check_has 'show: a proposal' "$out" '21-raadsvoorstel-kademuren.txt, adopted'
run --db "$scratch/voorstel.db" show --json RIS990012
check_has 'show --json: a proposal' "$out" '"kind":"proposal","outcome":"adopted"'
finish
