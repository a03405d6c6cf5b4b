# Calendars at addresses that nobody can guess: printed once, kept in line, rotated and revoked; and told nowhere.
. "${0%/*}/lib.sh"
site=$scratch/site
base='--base-url https://raad.example.nl/'

feeds() {
	run --db "$db" feeds "$@"
}

publish() {
	run --db "$db" publish "$site" $base
}

# The names in private/.
names() {
	(cd "$site/private" && ls | tr '\n' ' ')
}

# What of the folder is readable, but for the files themselves.
told() {
	grep -rl "$1" "$site" "$db" "$scratch/err" 2>/dev/null
}

run --db "$db" init
run --db "$db" import "$papers"/02*.txt "$papers"/04*.txt "$papers"/17*.txt
feeds
check 'no feeds: told' 'no private feeds' "$out"
check_refusal 'add before there is a folder' 3 "'$site'" -- --db "$db" feeds add "$site" fractie $base
check 'add before there is a folder: none is made' no "$([ -e "$site" ] && echo yes || echo no)"
mkdir "$site"
check_refusal 'add to what was not published' 4 'was published' -- --db "$db" feeds add "$site" fractie $base
publish
check_refusal 'add without an address' 2 '--base-url' -- --db "$db" feeds add "$site" fractie
check_refusal 'add without a name' 2 'griffie feeds add DIR NAME' -- --db "$db" feeds add "$site" $base
check_refusal 'add with a filter that is none' 2 "'kleur'" -- --db "$db" feeds add "$site" fractie $base --filters kleur=rood
check_refusal 'add under a name of two lines' 2 'one line' -- --db "$db" feeds add "$site" 'a
b' $base
check_refusal 'a word that is none' 2 "'remove'" 'revoke' -- --db "$db" feeds remove fractie
check_refusal 'filters where they do nothing' 2 '--filters' -- --db "$db" feeds list --filters overdue
feeds
check 'what was refused left nothing' 'no private feeds' "$out"

# ---- add ----

feeds add "$site" fractie --filters 'kind=motion' $base
address=$(printf '%s\n' "$out" | sed -n 1p) tasks=$(printf '%s\n' "$out" | sed -n 2p)
token=${address##*/}
token=${token%.ics}
check 'add: exit status' 0 "$status"
check 'add: 128 bits' 32 "$(printf '%s' "$token" | tr -d -c 0-9a-f | wc -c | tr -d ' ')"
check 'add: the address' "https://raad.example.nl/private/$token.ics" "$address"
check 'add: the address of the tasks' "https://raad.example.nl/private/$token-tasks.ics" "$tasks"
check_has 'add: it is not shown again' "$out" 'cannot be shown again'
check 'add: both files are there at once' "$token-tasks.ics $token.ics " "$(names)"
check_has 'add: what stands in it' "$(cat "$site/private/$token.ics")" 'X-WR-CALNAME:griffie – fractie' 'BEGIN:VEVENT' 'Motion RIS'
check_has 'add: tasks' "$(cat "$site/private/$token-tasks.ics")" 'BEGIN:VTODO'
check 'add: no item of another kind' '' "$(grep 'Written question' "$site/private/$token.ics")"
check 'add: others of this machine cannot list it' drwx--x--x "$(ls -ld "$site/private" | cut -c1-10)"
check_refusal 'add under the same name' 5 "'fractie'" rotate -- --db "$db" feeds add "$site" fractie $base
feeds
check 'list' '2025-06-30  fractie  kind=motion' "$out"
run --db "$db" --json feeds
check 'list for programs' '{"name":"fractie","filters":"kind=motion","since":"2025-06-30"}' "$out"
publish
check 'publish: only its index is new' "$site: 3 files written, 38 left as they were, 0 removed" "$out"
check 'told nowhere, not in the register either' '' "$(told "$token")"
publish
check_has 'publish again: nothing to do' "$out" 'is up to date'

# ---- what changes ----

before=$(cat "$site/private/$token.ics")
uid=$(sed -n 's/^UID:\(.*\).$/\1/p' "$site/private/$token.ics" | sed -n 1p)
run --db "$db" waive "$uid" --because 'mondeling'
publish
check_has 'a change: it follows' "$(cat "$site/private/$token.ics")" 'STATUS:CANCELLED'
rm "$site/private/$token-tasks.ics"
publish
check 'a file that was lost comes back' "$token-tasks.ics $token.ics " "$(names)"
cp "$site/private/$token.ics" "$site/private/00000000000000000000000000000000.ics"
cp "$site/private/$token.ics" "$site/private/guess.ics"
publish
check_has 'files of no feed: told' "$out" '2 removed'
check 'files of no feed: gone' "$token-tasks.ics $token.ics " "$(names)"
check 'told nowhere after that' '' "$(told "$token")"

# ---- rotate, revoke ----

run --db "$db" --json feeds rotate "$site" fractie $base
second=$(field events "$out")
second=${second##*/}
second=${second%.ics}
check 'rotate: the old address is gone, and a new one there' "$second-tasks.ics $second.ics " "$(names)"
check 'rotate: it is another' no "$([ "$second" = "$token" ] && echo yes || echo no)"
check_has 'rotate: of the same filters' "$(cat "$site/private/$second.ics")" 'Motion RIS'
cp "$site/private/$second.ics" "$site/private/$token.ics"
publish
check 'an old file that is put back goes' "$second-tasks.ics $second.ics " "$(names)"
check_refusal 'rotate what is none' 3 "'geen'" -- --db "$db" feeds rotate "$site" geen $base
feeds revoke fractie
check_has 'revoke: told' "$out" "'fractie' is revoked" 'publish'
publish
check 'revoke: gone with the next publish' '' "$(names)"
check_refusal 'revoke what is none' 3 "'fractie'" 'griffie feeds list' -- --db "$db" feeds revoke fractie
feeds add "$site" fractie $base
feeds revoke "$site" fractie
check 'revoke with the folder: gone at once' '' "$(names)"
check 'revoke with the folder: told' "'fractie' is revoked: its address is gone" "$out"
run --db "$db" verify
check 'the journal is whole' 0 "$status"

# ---- one at a time ----

if command -v flock >/dev/null; then
	exec 8<"$site"
	flock 8
	check_refusal 'add while publish runs' 75 'try again' -- --db "$db" feeds add "$site" fractie $base
	check_refusal 'revoke while publish runs' 75 'try again' -- --db "$db" feeds revoke "$site" fractie
	exec 8<&-
	feeds
	check 'what was to be tried again left nothing' 'no private feeds' "$out"
fi

# ---- no message names a file there ----

feeds add "$site" fractie $base
token=$(names)
token=${token%%-*}
rm "$site/private/$token.ics"
mkdir -p "$site/private/$token.ics/x"
check_refusal 'trouble with a private file' 1 "private/*'" -- --db "$db" publish "$site" --title Other $base
check 'trouble with a private file: not named' '' "$(grep "$token" "$scratch/err")"
finish
