# Two keys: the executive proposes, the council confirms or refuses. Nothing settles what is still promised, unless the council says so.
. "${0%/*}/lib.sh"
folder=$scratch/map
mkdir "$folder"
GRIFFIE_NOW=2025-12-15T09:00:00Z

motion() { # number, title, requests
	cat <<EOF
RIS-nummer: $1
Uitslag stemming: aangenomen

Motie: $2
Indiener: Teun Wagenvoort, SP

De raad van de gemeente Den Haag, in vergadering bijeen op 13 februari 2025,

overwegende dat de pont vaak leeg vaart,

verzoekt het college:
$3

en gaat over tot de orde van de dag.

Aldus aangenomen in de openbare raadsvergadering van 13 februari 2025
EOF
}

letter() { # day, own number, number and title of the motion, text
	cat <<EOF
Gemeente Den Haag

Aan de gemeenteraad

Datum

$1

Onderwerp

Afdoening motie '$4'

Geachte voorzitter,

Op 13 februari 2025 heeft uw raad de motie '$4' (RIS$3) aangenomen. Hierbij informeert het college de raad over de afdoening van de motie.

$5

Ons kenmerk

RIS$2

Het college van burgemeester en wethouders,
de secretaris, de burgemeester,
EOF
}

decisions() { # day, own number
	cat <<EOF
Besluitenlijst

Raad
Datum en tijd

$1, 13.30 uur

Locatie

Stadhuis - raadzaal

RIS$2

Punt Omschrijving

Besluit

A

Vaststelling agenda

Conform
EOF
}

motion 990981 'Een bank bij de pont' '- te onderzoeken of er bij de pont een bank kan komen.' >"$folder/bank.txt"
letter '8 april 2025' 990982 990981 'Een bank bij de pont' 'Het college is voornemens het gevraagde onderzoek uit te voeren. In het najaar van 2025 wordt de raad geïnformeerd over de uitkomst van dit onderzoek.

Het college beschouwt de motie hiermee als afgedaan.' >"$folder/brief.txt"
motion 990983 'Een bel bij de pont' '- bij de pont een bel te hangen;
- voor 1 oktober 2025 de raad te informeren over het gebruik van de bel;
- de steiger te verlichten;' >"$folder/bel.txt"
letter '10 april 2025' 990984 990983 'Een bel bij de pont' 'De bel hangt sinds maart en de steiger is verlicht. Het college beschouwt de motie hiermee als afgedaan.' >"$folder/belbrief.txt"
decisions '19 juni 2025' 990985 >"$folder/besluiten.txt"
decisions '27 november 2025' 990986 >"$folder/besluiten2.txt"

run --db "$db" init
run --db "$db" import "$folder"
check 'import: exit status' 0 "$status"
run --db "$db" due --json
report=$(printf '%s\n' "$out" | sed -n '/"item":"RIS990981"/s/^{"uid":"\([^"]*\)".*/\1/p')
check 'one thing is owed of the motion' 36 "${#report}"

# ---- closed by announcement ----
check_refusal 'without a decision' 5 "'RIS990981'" 'griffie settle' -- --db "$db" status RIS990981 settled
check_refusal 'no key is named' 2 '--by DOC' '--by-rule' -- --db "$db" settle RIS990981
check_refusal 'the letter of the executive decides nothing' 5 'no decision of the council (settlement)' -- \
	--db "$db" settle RIS990981 --by RIS990982
check_refusal 'what is promised is owed' 5 'follow-ups that are pending (1)' --still-owed -- --db "$db" settle RIS990981 --by RIS990985
check_refusal 'the short form: the same' 5 'follow-ups that are pending (1)' -- --db "$db" status RIS990981 settled --because RIS990985
check_refusal 'no such paper' 3 "'RIS999999'" -- --db "$db" settle RIS990981 --by RIS999999
check_refusal 'no such rule' 5 "rule 'nl/den-haag:settlement' derives no term" -- --db "$db" settle RIS990981 --by-rule nl/den-haag:settlement
run --db "$db" list --json --state settled
check 'nothing was settled by that' '' "$out"
run --db "$db" show RIS990981
check_has 'what was asked stands beside what closed it' "$out" 'Settlement' '1. “te onderzoeken of er bij de pont een bank kan komen' \
	'2025-04-08 settlement_proposed: “Het college beschouwt de motie hiermee als afgedaan' 'still owed, 2025-11-30: “'

# ---- the file itself refuses ----
run_sql() { # statement
	sqlite3 "$db" "$1" >"$scratch/out" 2>"$scratch/err"
	status=$? err=$(cat "$scratch/err")
}
if command -v sqlite3 >/dev/null; then
	run_sql "UPDATE item SET state = 'settled' WHERE ref = 'RIS990981'"
	check_has 'sqlite3: no evidence' "$status $err" 'settled without evidence'
	run_sql "INSERT OR REPLACE INTO item (id, ref, kind, state, title, title_key, body, day, by_hand, sources, facts, entry)
		SELECT id, ref, kind, 'settled', title, title_key, body, day, by_hand, sources, facts, entry
		FROM item WHERE ref = 'RIS990981'"
	check_has 'sqlite3: another row in its place' "$status $err" 'settled without evidence'
	run_sql "INSERT INTO hand_transition (item, state, entry) VALUES ('RIS990981', 'settled', 1)"
	check_has 'sqlite3: a word without evidence' "$status $err" 'settled without evidence'
	run_sql "BEGIN; INSERT INTO hand_transition (item, state, document, entry) VALUES ('RIS990981', 'settled', 1, 1);
		UPDATE item SET state = 'settled' WHERE ref = 'RIS990981'; COMMIT"
	check_has 'sqlite3: while something is owed' "$status $err" 'settled while follow-ups are pending'
	run --db "$db" verify
	check 'sqlite3: nothing was changed' 0 "$status"
fi

# ---- unless the decision says so ----
cp "$db" "$scratch/copy.db"
run --db "$scratch/copy.db" settle RIS990981 --by RIS990985 --on 2025-06-19 --still-owed
check_has 'settled, and still owed' "$out" 'confirmed on 2025-06-19; it is settled' '1 follow-up stays owed'
run --db "$scratch/copy.db" list --json --state settled
check_has 'what is owed stays listed' "$out" '"state":"settled"' '"pending":1' '"overdue":1'
run --db "$scratch/copy.db" show --json RIS990981
check_has 'and who says so' "$out" '"still_owed":true' '"promised":[{"uid":"'"$report"
run --db "$scratch/copy.db" verify
check 'still owed: verify' 0 "$status"

# ---- after the letter that delivers ----
letter '6 november 2025' 990987 990981 'Een bank bij de pont' 'Het onderzoek is uitgevoerd: de bank staat er sinds oktober. Het college beschouwt de motie hiermee als afgedaan.' >"$folder/brief2.txt"
run --db "$db" import "$folder/brief2.txt"
run --db "$db" fulfil "$report" --with "$(sha256sum "$folder/brief2.txt" | cut -c1-12)" --on 2025-11-06
check 'fulfil: exit status' 0 "$status"
run --db "$db" settle RIS990981 --by RIS990986 --on 2025-11-27 --json
check 'settle: the line' '{"item":"RIS990981","state":"settled","on":"2025-11-27","decision":"confirmed","part":null,"document":"'"$(sha256sum "$folder/besluiten2.txt" | cut -c1-64)"'","rule":null,"pending":0}' "$out"
run --db "$db" settle RIS990981 --by RIS990986 --on 2025-11-27
check_has 'the same once more' "$status $out$err" '0 ' 'recorded before'
run --db "$db" list --json --state settled
check_has 'settled, and since when' "$out" '"settled_on":"2025-11-27"' '"pending":0'

# ---- judgements ----
run --db "$db" judge RIS990981 --answered yes --on 2025-11-28 --json
check 'judge: the line' '{"item":"RIS990981","judged":"answered","verdict":"yes","by":null,"on":"2025-11-28","part":null}' "$out"
run --db "$db" judge RIS990981 --sense no --by 'Teun Wagenvoort' --on 2025-11-28
run --db "$db" judge RIS990981 --sense partly --by 'Teun Wagenvoort' --on 2025-11-29 --because 'een bank zonder leuning'
check_has 'judge: told' "$out" 'RIS990981: in the sense of who put it forward: partly, Teun Wagenvoort, 2025-11-29: een bank zonder leuning'
run --db "$db" show RIS990981
check_has 'both judgements are shown' "$out" 'answered: yes, 2025-11-28' 'partly, Teun Wagenvoort, 2025-11-29'
check 'the later takes the place of the earlier' '' "$(printf '%s\n' "$out" | grep 'put it forward: no')"
run --db "$db" --lang nl show RIS990981
check_has 'in Dutch' "$out" 'Afdoening' 'beantwoord: ja' 'inhoudelijk oordeel van de indiener: deels, Teun Wagenvoort'
check_refusal 'judge: neither' 2 '--answered' -- --db "$db" judge RIS990981
check_refusal 'judge: formal is yes or no' 2 "'partly'" 'yes or no' -- --db "$db" judge RIS990981 --answered partly
check_refusal 'judge: of whom' 2 '--by WHO' -- --db "$db" judge RIS990981 --sense yes
if command -v sqlite3 >/dev/null; then
	check 'who judged stands in no entry' 0 "$(sqlite3 "$db" "SELECT count(*) FROM journal WHERE entry LIKE '%Wagenvoort%'")"
	sqlite3 "$db" "DELETE FROM opening WHERE field = 'who'"
	run --db "$db" verify
	check 'who judged can be erased' 0 "$status"
	run --db "$db" show --json RIS990981
	check_has 'the judgement stays' "$out" '"judged":"sense","verdict":"partly","by":null,"on":"2025-11-29"'
fi

# ---- part by part, and refused ----
run --db "$db" show RIS990983
check_has 'a letter proposes the whole' "$out" 'settlement_proposed'
run --db "$db" settle RIS990983 --by RIS990985 --part 1,3 --on 2025-06-19
check_has 'two parts are confirmed' "$out" 'RIS990983, part 1,3: settled on 2025-06-19; it is partly_settled'
run --db "$db" refuse RIS990983 --by RIS990985 --part 2 --on 2025-06-20 --because 'de raad hoorde niets'
check_has 'one is refused' "$out" 'RIS990983, part 2: refused on 2025-06-20; it is in_progress' 'stay owed'
run --db "$db" show --json RIS990983
check_has 'each part goes its own way' "$out" '"part":1,"asked":"bij de pont een bel te hangen;","state":"settled"' \
	'"part":2,"asked":"voor 1 oktober 2025 de raad te informeren over het gebruik van de bel;","state":"in_progress"' \
	'"part":3,"asked":"de steiger te verlichten;","state":"settled"' '"decision":"refused","on":"2025-06-20"' '"because":"de raad hoorde niets"'
run --db "$db" due --json
check 'what was refused is owed again' 1 "$(printf '%s\n' "$out" | grep -c '"item":"RIS990983".*voor 1 oktober 2025')"
run --db "$db" settle RIS990983 --by RIS990986 --part 2 --on 2025-11-27
check_has 'the last part settles the whole' "$out" 'RIS990983, part 2: settled on 2025-11-27; it is settled'
run --db "$db" due --json
check 'nothing of it is owed' 0 "$(printf '%s\n' "$out" | grep -c '"item":"RIS990983"')"
run --db "$db" refuse RIS990983 --by RIS990986 --on 2025-11-28
check_has 'the council takes it back' "$out" 'refused on 2025-11-28; it is in_progress' 'owed'
check_refusal 'nothing is proposed' 5 'nothing to refuse' -- --db "$db" refuse RIS990983 --by RIS990986 --on 2025-02-14

# ---- what is read again, and another name ----
run --db "$db" import "$folder"
run --db "$db" list --json --state settled
check_has 'settled stays settled' "$out" '"item":"RIS990981"'
run --db "$db" verify
check 'verify: exit status' 0 "$status"

# ---- the motion itself is not there: the letter quotes it ----
letter '10 april 2025' 990988 990989 'Een trap bij de pont' 'Deze motie luidt als volgt:

constaterende, dat:

- de kade bij de pont hoog is;

verzoekt het college:

- te onderzoeken of er een trap kan komen.

Hierbij informeert het college de raad. De trap is er. Het college beschouwt de motie hiermee als afgedaan.' >"$folder/trap.txt"
run --db "$db" import "$folder/trap.txt"
run --db "$db" show RIS990989
check_has 'what the letter quotes was asked' "$out" '“verzoekt het college: - te onderzoeken of er een trap kan komen.”' \
	'settlement_proposed: “Het college beschouwt de motie hiermee als afgedaan'

# ---- silence ----
cat >"$scratch/stil.lua" <<'END'
body { id = "nl/stil", name = "Stil", base = "nl/gemeente" }
rule {
  id = "silence", title = "Geen bezwaar", source = "Reglement van orde, artikel 40", verified = true,
  applies_to = "motion",
  derive = function(item)
    if not item.settlement_proposed then return {} end
    return { { key = "tacit_settlement", form = "other", owed_by = "raad", title = item.title,
               due = term(item.settlement_proposed, "4w"), fulfilled_by = item.settled } }
  end,
  cases = { { given = { adopted = "2025-02-13", settlement_proposed = "2025-04-10" },
              expect = { tacit_settlement = "2025-05-08" } } },
}
END
stil="--db $scratch/stil.db --pack $scratch/stil.lua --body nl/stil"
sed 's/Den Haag/Stilstad/' "$folder/bel.txt" >"$scratch/bel.txt"
sed 's/Den Haag/Stilstad/' "$folder/belbrief.txt" >"$scratch/belbrief.txt"
run $stil init
run $stil import "$scratch/bel.txt" "$scratch/belbrief.txt"
check_refusal 'the term runs' 5 'ends on 2025-05-08' -- $stil settle RIS990983 --by-rule nl/stil:silence --on 2025-05-08
check_refusal 'silence leaves nothing owed' 2 'only a decision' -- $stil settle RIS990983 --by-rule nl/stil:silence --still-owed
run $stil settle RIS990983 --by-rule nl/stil:silence --on 2025-05-09
check_has 'silence settles' "$status $out$err" '0 RIS990983: confirmed on 2025-05-09; it is settled'
run $stil verify
check 'silence: verify' 0 "$status"
finish
