# Twelve publishes of one register, in which days move, follow-ups close, come back and get other words, and rules change: what readers of calendars rely
# on holds from each to the next, read by our own means. KEEP, when set, is a folder where each publish is left to be looked at.
. "${0%/*}/lib.sh"
site=$scratch/site
old=$scratch/old
pack=$scratch/pack.lua
seen=0 raised=0 kept=0 dropped=0

# A pack for The Hague whose one rule makes something be owed so many days after the first day of a motion, with this word before its title.
write_pack() { # days, word
	cat >"$pack" <<END
body { id = "nl/den-haag", name = "Den Haag", base = "nl/gemeente" }
rule {
  id = "proef", title = "Proef", source = "Proef", applies_to = "motion",
  derive = function(item)
    return { { key = "k", form = "letter", owed_by = "college", title = "$2 " .. item.title,
               due = term(item.transitions[1].on, "$1d") } }
  end,
  cases = {},
}
END
}

uid_of() { # item, further options of due: its first follow-up with a day
	ref=$1
	shift
	run --db "$db" due --json "$@"
	printf '%s\n' "$out" | sed -n '/"item":"'"$ref"'".*"latest":"/s/^{"uid":"\([^"]*\)".*/\1/p' | sed -n 1p
}

# Reads calendars into components by uid, those of the first folder and those of the second, and says what is wrong between them. A last line counts
# components, those whose stamp rose, those that kept their bytes, and those that left.
cat >"$scratch/compare.awk" <<'END'
function fault(what) { printf "%s: %s\n", FILENAME, what }
function finish_file() {
	if (file != "" && !components) printf "%s: empty\n", file
	file = FILENAME; components = 0; new = (substr(FILENAME, 1, length(NEW)) == NEW)
	name = FILENAME; sub(/.*\//, "", name)
}
FNR == 1 { finish_file() }
/^BEGIN:V(EVENT|TODO)\r$/ { text = said = uid = stamp = modified = days = state = ""; sequence = -1; inside = 1 }
inside { text = text $0 "\n" }
inside && !/^(DTSTAMP|LAST-MODIFIED|SEQUENCE):/ { said = said $0 "\n" }
inside && /^UID:/ { uid = substr($0, 5) }
inside && /^DTSTAMP:/ { stamp = substr($0, 9) }
inside && /^LAST-MODIFIED:/ { modified = substr($0, 15) }
inside && /^SEQUENCE:/ { sequence = substr($0, 10) + 0 }
inside && /^(DTSTART|DTEND|DUE)[;:]/ { days = days $0 }
inside && /^STATUS:/ { state = state $0 }
inside && /^SUMMARY:(Voldaan|Vervallen): / { state = state substr($0, 9, 6) }
/^END:V(EVENT|TODO)\r$/ {
	inside = 0; components++
	key = name " " uid
	if (stamp != modified) fault(uid " DTSTAMP is not LAST-MODIFIED")
	if (new && (key in now)) fault(uid " twice")
	if (!new) {
		was[key] = text; was_said[key] = said; was_modified[key] = modified; was_sequence[key] = sequence
		was_days[key] = days; was_state[key] = state
		next
	}
	now[key] = 1; seen++
	if (!(key in was)) next
	if (text == was[key]) { kept++; next }
	raised++
	if (said == was_said[key]) fault(uid " says the same in other bytes")
	if (modified <= was_modified[key]) fault(uid " changed and LAST-MODIFIED did not rise")
	moved = (days != was_days[key] || state != was_state[key])
	if (moved && sequence <= was_sequence[key]) fault(uid " moved or closed and SEQUENCE did not rise")
	if (!moved && sequence != was_sequence[key]) fault(uid " has another SEQUENCE and neither moved nor closed")
}
END {
	finish_file()
	for (key in was) if (!(key in now)) {
		dropped++
		if (key ~ /^griffie-all/ && was[key] !~ /\nSUMMARY:(Voldaan|Vervallen): / && key !~ / none/)
			printf "%s: left without having been closed\n", key
	}
	printf "%d %d %d %d\n", seen, raised, kept, dropped
}
END

number=0
publish() { # what happened
	number=$((number + 1))
	rm -rf "$old"
	if [ -d "$site" ]; then cp -r "$site" "$old"; else mkdir -p "$old/feeds"; fi
	run --db "$db" --lang nl publish "$site" --base-url https://raad.example.nl/ --feed 'moties=kind=motion'
	check "$1: exit status" "0 " "$status $err"
	found=$(LC_ALL=C awk -v NEW="$site" -f "$scratch/compare.awk" $(ls "$old"/feeds/*.ics 2>/dev/null) "$site"/feeds/*.ics)
	check "$1: what readers rely on" '' "$(printf '%s\n' "$found" | sed '$d')"
	set -- $(printf '%s\n' "$found" | sed -n '$p')
	seen=$((seen + $1)) raised=$((raised + $2)) kept=$((kept + $3)) dropped=$((dropped + $4))
	[ -z "$KEEP" ] || cp -r "$site" "$KEEP/$number"
}

at() { # day
	GRIFFIE_NOW=$1T09:00:00Z
}

# The events of all, or of one item.
events() {
	cat "$site/feeds/griffie-$1.ics"
}

at 2025-03-01
run --db "$db" init
run --db "$db" import --quiet "$papers"/0[1-9]*.txt "$papers"/15*.txt "$papers"/17*.txt
publish 'the first'

at 2025-03-21
run --db "$db" import --quiet "$papers"/10*.txt "$papers"/12*.txt "$papers"/16*.txt
publish 'days move'
check_has 'days move' "$(events all)" 'DTSTART;VALUE=DATE:20250530'

at 2025-05-28
run --db "$db" import --quiet "$papers"/11*.txt "$papers"/13*.txt "$papers"/18*.txt
publish 'days move again, some close'
check_has 'some close' "$(events all)" 'SUMMARY:Voldaan: '

at 2025-05-29
lifts=$(uid_of RIS990109)
benches=$(uid_of RIS990101)
run --db "$db" waive "$lifts" --because 'mondeling afgedaan'
run --db "$db" --body nl/den-haag add motion --title 'Klok op het plein' --number RIS990199 --state adopted --by 'Ilse Veldman' --party 'Haagse VVD'
publish 'one is waived, one is new'
check_has 'one is waived' "$(events item-ris990109)" 'STATUS:CANCELLED' 'SUMMARY:Vervallen: '
check_has 'one is new' "$(events item-ris990199)" 'SEQUENCE:0'

at 2025-05-30
run --db "$db" move "$benches" --to 'eind 2025' --because 'meer tijd'
publish 'a day moves by hand'
check_has 'a day moves by hand' "$(events item-ris990101)" 'DTSTART;VALUE=DATE:20251231'

at 2025-06-02
write_pack 200 Eerst
run --db "$db" --yes --pack "$pack" rules run
publish 'other rules'
check_has 'other rules' "$(events item-ris990199)" 'Eerst Klok' 'SUMMARY:Vervallen: '

at 2025-06-03
write_pack 200 Anders
run --db "$db" --yes --pack "$pack" rules run
publish 'titles change and no day'
check_has 'titles change and no day' "$(events item-ris990199)" 'Wat: Anders Kl' 'SEQUENCE:0'

at 2025-06-04
write_pack 214 Anders
run --db "$db" --yes --pack "$pack" rules run
publish 'the term of a rule changes'
check_has 'the term of a rule changes' "$(events item-ris990199)" 'DTSTART;VALUE=DATE:20251229'

at 2025-06-05
run --db "$db" --yes rules run
publish 'the old rules are back'
check_has 'the old rules are back: and what they say' "$(events item-ris990101)" "UID:$benches" 'DTSTART;VALUE=DATE:20251231' 'STATUS:CONFIRMED'
check_has 'the old rules are back: what others said closes' "$(events item-ris990199)" 'Vervallen: RIS990199 Klok op het plein – Anders'

at 2025-06-06
run --db "$db" --yes --pack "$pack" rules run
publish 'what closed comes back'
check_has 'what closed comes back' "$(events item-ris990199)" 'Uiterlijk 29 december: RIS990199 Klok'

at 2025-07-20
publish 'what closed has left'
check 'what closed has left' '' "$(events all | grep 'SUMMARY:V')"
publish 'nothing changes'

for count in $seen $raised $kept $dropped; do
	check 'there was something to see' yes "$([ "$count" -gt 10 ] && echo yes || echo "$seen $raised $kept $dropped")"
done
finish
