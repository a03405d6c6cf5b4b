# Random histories: papers that come in any order, states by hand, words of people, packs that change. What stands in the register at the end,
# where each step derived only what it touched, is what deriving all of it from nothing gives, byte for byte; and so whatever the
# order, the locale and the zone of those who put it in.
. "${0%/*}/lib.sh"

if ! command -v sqlite3 >/dev/null; then
	finish
	exit
fi

# The follow-ups of a register; `facts` is the hash of all that is stored of one, with its quotes, its steps and its moves.
owed() { # register
	sqlite3 "$1" "select f.uid, i.ref, f.rule, f.key, f.status, f.latest, f.rule_sha256, f.facts
		from followup as f join item as i on i.id = f.item where f.status <> 'withdrawn' order by f.uid"
}

# What is left is what the rules have never seen.
forget() { # register
	sqlite3 "$1" "delete from followup_quote; delete from followup_step; delete from followup_move; delete from followup;
		delete from derivation where name <> 'reader'"
}

# A pack that takes the place of nl/den-haag.
pack() { # days
	cat >"$scratch/$1.lua" <<END
body { id = "nl/den-haag", name = "Den Haag", base = "nl/gemeente", terms = { answer = "$1d" } }
rule {
  id = "proef", title = "Proef", source = "Proef", applies_to = { "motion", "question", "letter" },
  derive = function(item)
    local owed = {}
    for i, t in ipairs(item.transitions) do
      if i % 2 == $1 % 2 then
        table.insert(owed, { key = "k" .. i, form = "letter", owed_by = "college", title = item.title,
                             due = term(t.on, "$1d"), quote = t, moves = item.notices })
      end
    end
    return owed
  end,
  cases = {},
}
END
}
pack 20
pack 31

roll() { # how many: the next random number below, in $rolled
	seed=$(((seed * 1103515245 + 12345) % 2147483648))
	rolled=$((seed / 65536 % $1))
}

pick() { # words: one of them, in $picked
	roll $#
	shift "$rolled"
	picked=$1
}

days=20
step() { # register
	roll 10
	case $rolled in
		0 | 1 | 2 | 3 | 4)
			pick "$papers"/*.txt
			set -- "$1" import "$picked"
			;;
		5 | 6)
			pick $(sqlite3 "$1" 'select ref from item order by ref' | sed 's/ .*//') RIS0
			ref=$picked
			pick adopted rejected held in_progress answered withdrawn settlement_proposed
			roll 28
			set -- "$1" status "$ref" "$picked" --on "2025-06-$((rolled + 1))"
			;;
		7 | 8)
			pick $(sqlite3 "$1" "select uid from followup where status = 'pending' order by uid") 00000000
			uid=$picked
			pick waive move
			[ "$picked" = waive ] && set -- "$1" waive "$uid" --because 'Om de proef'
			[ "$picked" = move ] && set -- "$1" move "$uid" --to 2025-12-01 --because 'Om de proef'
			;;
		9)
			pick 20 31
			days=$picked
			set -- "$1" rules run
			;;
	esac
	register=$1
	shift
	$griffie --db "$register" --quiet --yes --pack "$scratch/$days.lua" "$@" >/dev/null 2>&1
}

for history in 1 2 3 4 5 6; do
	seed=$((history * 7919))
	one=$scratch/$history.db
	run --db "$one" init
	for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22; do
		step "$one"
	done
	run --db "$one" --yes --pack "$scratch/$days.lua" rules run
	owed "$one" >"$scratch/stepwise"
	run --db "$one" --pack "$scratch/$days.lua" rules run
	check_has "history $history: nothing is left to do" "$out" '0 new, 0 changed, 0 withdrawn'
	run --db "$one" verify
	check "history $history: the journal is whole" 0 "$status"
	forget "$one"
	run --db "$one" --yes --pack "$scratch/$days.lua" rules run
	owed "$one" >"$scratch/whole"
	# What a person waived stays, though no rule derives it any more.
	check "history $history: not derived from nothing" '' "$(grep -Fxvf "$scratch/whole" "$scratch/stepwise" | grep -v '|waived|')"
	check "history $history: derived from nothing alone" '' "$(grep -Fxvf "$scratch/stepwise" "$scratch/whole")"
	check_has "history $history: something is owed" "$(cat "$scratch/whole")" '|pending|'
done

# ---- the same papers, otherwise ----

put_in() { # register, papers
	register=$1
	shift
	run --db "$register" init
	for paper; do
		run --db "$register" --quiet import "$paper"
	done
	owed "$register"
}
right=$(put_in "$scratch/forth.db" "$papers"/0*.txt)
back=
for paper in "$papers"/0*.txt; do
	back="$paper $back"
done
check 'in the other order' "$right" "$(put_in "$scratch/back.db" $back)"
LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 TZ=Pacific/Kiritimati
export LC_ALL LANG TZ
run --db "$scratch/far.db" init
run --db "$scratch/far.db" --quiet --lang nl import $back
check 'in another locale and zone, all at once' "$right" "$(owed "$scratch/far.db")"
finish
