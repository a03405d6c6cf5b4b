# Dutch reaches every message that a clerk meets: those of all folders, and what the register keeps in English.
. "${0%/*}/lib.sh"
LC_ALL=nl_NL.UTF-8
export LC_ALL

# Each folder has its messages.
check_refusal 'db: no register' 3 "geen register op '$db': maak er een met 'griffie init'" -- --db "$db" due
check_refusal 'core: a length' 2 "'5x' is geen duur" -- term 2025-01-31 5x
check_refusal 'ingest: no file' 3 'dat bestand is er niet' -- read "$scratch/geen.txt"
printf 'PK\003\004....' >"$scratch/x.zip"
check_refusal 'ingest: what is not read' 4 'lijkt een ZIP-archief, dat deze versie nog niet leest: pak het uit' -- read "$scratch/x.zip"
echo 'body { id = "nl/hier", name = "Hier", base = "nl/nergens" }' >"$scratch/hier.lua"
check_refusal 'rules: a pack without its base' 1 "er is geen pakket 'nl/nergens' voor zijn basis" -- --pack "$scratch/hier.lua" rules list

run --db "$db" init
run --db "$db" import --quiet "$papers"/*.txt
check_refusal 'db: no item' 3 "geen zaak 'ZZZ': zie 'griffie list'" -- --db "$db" show ZZZ
check_refusal 'db: no follow-up' 3 "geen opvolging 'zzzz'" -- --db "$db" why zzzz

# What is stored is English, also when a Dutch speaker stored it, and is shown in Dutch.
run --db "$db" show RIS990103
check_has 'show: a finding' "$out" 'datums spreken elkaar tegen: de kop zegt 2024-02-13, de slotregel 2025-02-13; de slotregel telt'
run --db "$db" show --json RIS990103
check_has 'show --json: a finding' "$out" '{"finding":"date_contradicts","detail":"the head says 2024-02-13'
run --db "$db" --lang en show RIS990103
check_has 'show in English: a finding' "$out" 'date_contradicts: the head says 2024-02-13'
run --db "$db" doctor
check_has 'doctor' "$out" 'alleen eigenaar en groep schrijven het' 'zoals het journaal ze vastlegde'
printf 'Een notitie over caf\351s.\n' >"$scratch/notitie.txt"
run read "$scratch/notitie.txt"
check_has 'read: a remark' "$err" 'geen geldige UTF-8: gelezen als Windows-1252'

sed '/^990105$/,/^Aangenomen$/s/^Aangenomen$/Doorgeschoven/' "$papers/09-besluitenlijst.txt" >"$scratch/lijst.txt"
printf '<html><body>Motie</body></html>' >"$scratch/motie.html"
run --db "$scratch/lijst.db" init
run --db "$scratch/lijst.db" import "$scratch/lijst.txt" "$scratch/motie.html"
check_has 'import: a question about a row of a list' "$err" "RIS990105: 'Doorgeschoven' is geen bekende uitslag: leg haar vast met 'griffie status'"
run --db "$scratch/lijst.db" quarantine
check_has 'quarantine: a question about a row of a list' "$out" "RIS990105: 'Doorgeschoven' is geen bekende uitslag"
check_has 'quarantine: a file of a format that is not read' "$out" 'lijkt HTML, dat deze versie nog niet leest: bewaar het als PDF of platte tekst'

# The sentences that stored.c knows are those that are written.
root=$tests/../..
words() {
	tr '\n\t' '  ' | sed 's/" *"//g' | tr '"' '\n'
}
cat "$root"/core/*.c "$root"/db/*.c "$root"/ingest/*.c "$root"/rules/*.c | words >"$scratch/written"
sed -n '/sentences\[\]\[/,/^};/p' "$root/cli/stored.c" | words | grep ' ' | grep -v '^[^a-z]*$\|STORED_\|N_(' >"$scratch/known"
check 'stored sentences are found' yes "$([ "$(sed -n '$=' "$scratch/known")" -gt 20 ] && echo yes)"
while IFS= read -r sentence; do
	check "written somewhere: $sentence" yes "$(grep -qxF "$sentence" "$scratch/written" && echo yes)"
done <"$scratch/known"

# And those that are stored are sentences that stored.c knows, or messages as they stand: findings and what is wrong with a file, remarks, the
# reasons of follow-ups, checks. Literals that stand together are
# one, and those that hold a blank are sentences.
awk '{ sub(/\/\*.*\*\//, ""); s = s " " $0 }
	/[;{}][ \t]*$/ {
		gsub(/strstr\([^)]*\)/, "", s)
		gsub(/"[ \t]+"/, "", s)
		n = s ~ /add_finding\(|detail = |remark = |because = / || (FILENAME ~ /ingest/ && s ~ /err_set\(/) ? split(s, literal, "\"") : 0
		for (i = 2; i <= n; i += 2)
			if (literal[i] ~ / /)
				print literal[i]
		s = ""
	}' "$root"/core/*.c "$root"/db/db_[a-r]*.c "$root"/db/db_word.c "$root"/ingest/*.c | sort -u >"$scratch/stored"
msgcat --no-wrap "$root/po/nl.po" | sed -n 's/^msgid "\(.*\)"$/\1/p' >"$scratch/messages"
check 'what is stored is found' yes "$([ "$(sed -n '$=' "$scratch/stored")" -gt 30 ] && echo yes)"
while IFS= read -r sentence; do
	case $sentence in
		*%*) check "in stored.c: $sentence" yes "$(grep -qxF "$sentence" "$scratch/known" && echo yes)" ;;
		*) check "in Dutch: $sentence" yes "$(grep -qxF "$sentence" "$scratch/messages" && echo yes)" ;;
	esac
done <"$scratch/stored"

# Every message of the sources has its Dutch form; what has no letters needs none.
xgettext --from-code=UTF-8 --no-wrap -o "$scratch/all.pot" -k_ -kN_ -kngettext:1,2 -kerr_set:3 -kerr_prefix:2 -kerr_text:2 -kerr_word \
	"$root"/[cdfhirs]*/*.c "$root"/cli/*.h 2>"$scratch/err"
sed -n 's/^msgid "\(.*\)"$/\1/p' "$scratch/all.pot" | grep -v '^$' >"$scratch/said"
check 'messages are found' yes "$([ "$(sed -n '$=' "$scratch/said")" -gt 300 ] && echo yes)"
sed 's/%[0-9.*lz]*[a-z]//g; s/\\n//g' "$scratch/said" | paste -d '\n' - "$scratch/said" |
	sed -n 'N; /^[^a-z]*\n/!s/.*\n//p' | grep -vxF -f "$scratch/messages" >"$scratch/lacking"
check 'every message has its Dutch form' '' "$(cat "$scratch/lacking")"
finish
