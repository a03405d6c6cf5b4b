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

# The sentences that stored.c knows are those that are written.
root=$tests/../..
words() {
	tr '\n\t' '  ' | sed 's/" *"//g' | tr '"' '\n'
}
cat "$root"/core/*.c "$root"/db/*.c "$root"/ingest/*.c | words >"$scratch/written"
sed -n '/sentences\[\]\[/,/^};/p' "$root/cli/stored.c" | words | grep ' ' | grep -v '^[^a-z]*$\|STORED_\|N_(' >"$scratch/known"
check 'stored sentences are found' yes "$([ "$(sed -n '$=' "$scratch/known")" -gt 20 ] && echo yes)"
while IFS= read -r sentence; do
	check "written somewhere: $sentence" yes "$(grep -qxF "$sentence" "$scratch/written" && echo yes)"
done <"$scratch/known"
finish
