# A calendar as single files: only what differs is written, what is gone is removed, and what others put there stays.
. "${0%/*}/lib.sh"
dir=$scratch/vdir
base='--base-url https://raad.example.nl/'

vdir() {
	run --db "$db" --lang nl feed --vdir "$dir" $base "$@"
}

stamps() {
	(cd "$dir" && find . -type f -exec stat -c '%n %i %Y %Z' {} + | LC_ALL=C sort)
}

run --db "$db" init
run --db "$db" import "$papers"/02*.txt "$papers"/04*.txt "$papers"/17*.txt
vdir
check 'vdir: told' "$dir: 4 bestanden geschreven, 0 gelaten zoals ze waren, 0 verwijderd" "$out"
run --db "$db" --lang nl feed $base
check 'vdir: the events of the feed, each under its UID' "$(printf '%s\n' "$out" | tr -d '\r' | sed -n 's/^UID:\(.*\)/\1.ics/p' | sort)" "$(ls "$dir")"
whole=
for file in "$dir"/*.ics; do
	[ "$(grep -c '^BEGIN:VEVENT' "$file") $(sed -n 1p "$file" | tr -d '\r') $(tail -n 1 "$file" | tr -d '\r')" = '1 BEGIN:VCALENDAR END:VCALENDAR' ] ||
		whole="$whole $file"
	grep -q "^UID:$(basename "$file" .ics)" "$file" || whole="$whole $file"
	printf '%s\n' "$out" | grep -qxF "$(sed -n '/^SUMMARY/p' "$file")" || whole="$whole $file"
done
check 'vdir: each is a calendar with one event' '' "$whole"
check 'vdir: no METHOD, no name of a calendar' '' "$(grep -l -e '^METHOD' -e '^X-WR-' -e '^NAME' "$dir"/*.ics)"
before=$(stamps)
vdir
check 'vdir again: told' "$dir: 0 bestanden geschreven, 4 gelaten zoals ze waren, 0 verwijderd" "$out"
check 'vdir again: no file was touched' "$before" "$(stamps)"

# ---- what changes ----

uid=$(basename "$(ls "$dir"/*.ics | sed -n 1p)" .ics)
second=$(basename "$(ls "$dir"/*.ics | sed -n 2p)" .ics)
run --db "$db" waive "$uid" --because 'mondeling'
vdir
check_has 'a change: one file' "$out" '1 bestanden geschreven, 3 gelaten'
check_has 'a change: it closes' "$(cat "$dir/$uid.ics")" 'SUMMARY:Vervallen: '
bytes=$(cat "$dir/$second.ics")
echo changed >"$dir/$second.ics"
rm "$dir/$uid.ics"
echo mine >"$dir/vreemd.ics"
vdir
check 'what others changed or removed is put right' "$bytes" "$(cat "$dir/$second.ics")"
check_has 'what others removed comes back' "$(cat "$dir/$uid.ics")" 'SUMMARY:Vervallen: '
check 'what others put there stays' mine "$(cat "$dir/vreemd.ics")"
export GRIFFIE_NOW=2025-08-15T09:00:00Z
vdir
check 'what is gone is removed' no "$([ -e "$dir/$uid.ics" ] && echo yes || echo no)"
check 'what is gone: what others put there stays' mine "$(cat "$dir/vreemd.ics")"
vdir --kind letter
check_has 'nothing fits: told so in an event' "$(cat "$dir"/*-*.ics)" 'SUMMARY:Geen open termijnen'
check 'nothing fits: one file' 1 "$(ls "$dir"/*-*.ics | wc -l | tr -d ' ')"
dir=$scratch/tasks
vdir --as todo
check_has 'tasks' "$(cat "$dir"/*.ics)" 'BEGIN:VTODO'
check 'tasks: no event' '' "$(grep -l VEVENT "$dir"/*.ics)"

# ---- what is refused ----

check_refusal 'vdir and a file' 2 '--output' -- --db "$db" feed --vdir "$dir" -o "$scratch/x.ics"
check_refusal 'a site into it' 5 'feed --vdir' -- --db "$db" publish "$dir" $base
run --db "$db" publish "$scratch/site" $base
check_refusal 'into a site' 5 'griffie publish' -- --db "$db" feed --vdir "$scratch/site"
check 'into a site: it stays' yes "$([ -e "$scratch/site/index.html" ] && echo yes || echo no)"
check_refusal 'among files of others' 5 'did not put there' -- --db "$db" feed --vdir "$scratch"
finish
