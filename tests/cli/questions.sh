# What could not be read or understood: a question stands in the register until it is answered.
. "${0%/*}/lib.sh"
folder=$scratch/map
mkdir "$folder"
run --db "$db" init

cat >"$folder/motie.txt" <<'END'
GEMEENTERAAD
Stuknummer: A.1 SP
RIS-nummer: 990951
Uitslag stemming: doorgeschoven

Motie: Een bel bij de pont
Indiener: Teun Wagenvoort, SP
De raad van de gemeente Den Haag, in vergadering bijeen op 13 februari 2025,
Verzoekt het college:
- bij de pont een bel te hangen.
END
printf '\211PNG\r\n\032\n' >"$folder/scan.png"

for time in first second; do
	run --db "$db" import --json "$folder"
	check "$time import: exit status" 4 "$status"
	line=$(printf '%s\n' "$out" | sed -n '/motie\.txt/p')
	check "$time import: the motion" quarantined "$(field status "$line")"
	check_has "$time import: its question" "$line" doorgeschoven
done
run --db "$db" import "$folder"
check_has 'third import: known, with a question' "$out" '0 papers read, 1 known already, 1 failed' '1 papers have a question'
check_has 'third import: the question' "$err" motie.txt doorgeschoven
cp "$folder/motie.txt" "$scratch/andere-naam.txt"
run --db "$db" import --json "$scratch/andere-naam.txt"
check 'under another name' quarantined "$(field status "$out")"

run --db "$db" quarantine --json
check 'quarantine: exit status' 0 "$status"
check 'quarantine: a line for each' 2 "$(printf '%s\n' "$out" | sed -n '$=')"
check_has 'quarantine: keys' "$out" '{"path":"' '","sha256":"' '","reason":"'
check 'quarantine: the hash of a file of an unknown format' 64 "$(printf '%s\n' "$out" | sed -n '/scan\.png/s/.*"sha256":"\([0-9a-f]*\)".*/\1/p' | tr -d '\n' | wc -c | tr -d ' ')"
run --db "$db" quarantine
check_has 'quarantine, for people' "$out" "$folder/motie.txt" doorgeschoven "$folder/scan.png" 'griffie status RIS990951'

# Answered by a state by hand, and by a file that is put right.
run --db "$db" status RIS990951 held --on 2025-02-13
check 'a state by hand: exit status' 0 "$status"
cat "$papers/20-column-eiland-van-licht.txt" >"$folder/scan.png"
run --db "$db" import --json "$folder"
check 'answered: exit status' 0 "$status"
check 'answered: the motion' unchanged "$(field status "$(printf '%s\n' "$out" | sed -n '/motie\.txt/p')")"
check 'answered: the file' new "$(field status "$(printf '%s\n' "$out" | sed -n '/scan\.png/p')")"
run --db "$db" quarantine
check 'nothing is asked any more' 'no open questions' "$out"
run --db "$db" quarantine --json
check 'nothing is asked any more, in JSON' '' "$out"

# ---- a text in ruins is asked about, and nothing that it seems to say is kept ----

{
	printf 'RIS-nummer: 990961\n\nMotie: Een bel bij de pont\nIndiener: Teun Wagenvoort, SP\n'
	printf 'De raad van de gemeente Den Haag, in vergadering bijeen op 13 februari 2025,\n\n'
	for word in overwegende dat een bel bij de steiger de schipper laat weten dat er iemand staat te wachten, \
		verzoekt het college voor 1 juni een bel te hangen en de raad daarover te informeren, en daarna alle \
		andere steigers langs de kade ook van een bel te voorzien; do
		printf '%s\n\n' "$word"
	done
	printf 'en gaat over tot de orde van de dag.\n'
} >"$scratch/scan.txt"
run --db "$db" import --json "$scratch/scan.txt"
check 'ruins: status' quarantined "$(field status "$out")"
check_has 'ruins: what to do' "$out" 'ocrmypdf --force-ocr'
run --db "$db" show --json RIS990961
check_has 'ruins: the head counts, what is asked does not' "$out" '"title":"Een bel bij de pont"' '"requests":[]'
run --db "$db" quarantine
check_has 'ruins: the question stands' "$out" 'scan.txt' 'its words are out of order'
tr -s '\n' <"$scratch/scan.txt" | paste -sd ' ' | sed 's/ \(Motie:\|Indiener:\|De raad\|overwegende\|verzoekt\|en gaat\)/\n\n\1/g' >"$scratch/getypt.txt"
cat "$scratch/getypt.txt" >"$scratch/scan.txt"
run --db "$db" import --json "$scratch/scan.txt"
check 'ruins, typed over' updated "$(field status "$out")"
run --db "$db" show RIS990961
check_has 'ruins, typed over: what it asks' "$out" 'een bel te hangen'
run --db "$db" quarantine
check 'ruins, typed over: nothing is asked any more' 'no open questions' "$out"

# ---- nothing is passed by in silence ----

ln -s motie.txt "$folder/verwijzing"
run --db "$db" import "$folder"
check_has 'a link' "$err" '1 link or special file was left out'
mkfifo "$folder/pijp"
run --db "$db" import --json "$folder"
check 'a link and a pipe: exit status' 0 "$status"
check_has 'a link and a pipe' "$err" '2 links and special files were left out'
run --db "$db" import --quiet "$folder"
check 'quiet' '' "$err"

# The register lies in the folder that is imported, and is no paper.
run --db "$folder/griffie.db" init
run --db "$folder/griffie.db" import --json "$folder"
check 'the folder of the register: exit status' 0 "$status"
check 'the folder of the register: the papers only' 2 "$(printf '%s\n' "$out" | sed -n '$=')"
run --db "$folder/griffie.db" import --json "$folder/griffie.db"
check 'the register by name: exit status' 4 "$status"
check 'another register is no paper either' failed "$(field status "$out")"

# More names than a table would hold.
set --
while [ $# -lt 5000 ]; do
	set -- "$@" "$folder/motie.txt" "$folder/motie.txt" "$folder/motie.txt" "$folder/motie.txt" "$folder/motie.txt" \
		"$folder/motie.txt" "$folder/motie.txt" "$folder/motie.txt" "$folder/motie.txt" "$folder/motie.txt"
done
run --db "$db" import "$@"
check 'five thousand names: exit status' 0 "$status"
check_has 'five thousand names' "$out" '0 papers read, 5000 known already, 0 failed'

# An item that the store refuses costs the call its success, and nothing else.
if command -v sqlite3 >/dev/null; then
	run --db "$scratch/strict.db" init
	sqlite3 "$scratch/strict.db" "create trigger no before insert on item when new.ref = 'RIS990101' begin select raise(abort, 'geweigerd'); end"
	run --db "$scratch/strict.db" import "$papers"/02*.txt "$papers"/06*.txt
	check 'a refused item: not done' yes "$([ "$status" -ne 0 ] && echo yes)"
	check_has 'a refused item: told' "$err" geweigerd
fi
finish
