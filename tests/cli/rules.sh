# A pack is tried before it counts, shown with all that it rests on, and asked about before it moves what stands in calendars.
. "${0%/*}/lib.sh"

shipped=$tests/../../rules/packs/nl/den-haag.lua

# The pack of The Hague with another term for the settlement of motions.
hague() { # term, file
	sed 's/settlement = "[0-9a-z]*"/settlement = "'"$1"'"/' "$shipped" >"$2"
}

# "item was latest days" of each change of this name, in the order in which they are told.
changes() { # name, JSON
	printf '%s\n' "$2" | sed -n 's/.*"item":"\([^"]*\)","uid":"[^"]*","change":"'"$1"'","was":"\{0,1\}\([^",]*\)"\{0,1\},"latest":"\{0,1\}\([^",]*\)"\{0,1\},"days":\(.*\)}$/\1 \2 \3 \4/p'
}

bytes() { # file
	sha256sum <"$1"
}

run --db "$db" init
run --db "$db" import --quiet "$papers"/*.txt
run --db "$db" due --json
owed=$out
before=$(bytes "$db")

# ---- try: thirteen weeks ----

hague 13w "$scratch/13w.lua"
run --db "$db" rules try "$scratch/13w.lua" --json
tried=$out
check 'try: exit status' 0 "$status"
check 'try: nothing is said' '' "$err"
check 'try: exactly the motions whose date no letter moved' 'RIS990105 2025-03-27 2025-05-15 49
RIS990107 2025-03-27 2025-05-15 49
RIS990108 2025-03-27 2025-05-15 49
RIS990112 2025-03-27 2025-05-15 49' "$(changes moved "$out")"
check 'try: and nothing else' 4 "$(printf '%s\n' "$out" | sed -n '$=')"
check 'try: all keys, in their order' yes "$(printf '%s\n' "$out" | sed -n '1p' | grep -Eq \
	'^\{"rule":"settlement","pack":"nl/den-haag","sha256":"[0-9a-f]{64}","result":"overdue","item":"RIS990105","uid":"[0-9a-f-]{36}","change":"moved","was":"2025-03-27","latest":"2025-05-15","days":49\}$' && echo yes)"
check 'try: the hash is that of the file' "$(bytes "$scratch/13w.lua" | cut -c 1-64)" "$(field sha256 "$(printf '%s\n' "$out" | sed -n '1p')")"
run --db "$db" rules try "$scratch/13w.lua"
check_has 'try, for people' "$out" 'Moved' 'RIS990105' '2025-03-27 → 2025-05-15, 49 days later (overdue)' 'nl/den-haag:settlement' \
	'Wijs de weg naar het toilet' '19 items: 4 follow-ups moved, 0 withdrawn' 'nothing was changed'
run --db "$db" --lang nl rules try "$scratch/13w.lua"
check_has 'try, in Dutch' "$out" 'Verschoven' '49 dagen later (te laat)' 'er is niets veranderd'
check 'try: the file is as it was' "$before" "$(bytes "$db")"
check 'try: nothing lies beside it' griffie.db "$(cd "$scratch" && echo griffie.db*)"

# Of the register that really gets the pack, the same follow-ups have moved to the same days.
cp "$db" "$scratch/real.db"
run --db "$scratch/real.db" --yes rules run "$scratch/13w.lua"
check_has 'what was tried comes true' "$out" '0 new' '0 withdrawn'
run --db "$scratch/real.db" rules try "$scratch/13w.lua" --json
check 'what was tried comes true: there is no more to it' '' "$out"
run --db "$scratch/real.db" rules try --json
check 'try without a file: the shipped packs again' "RIS990105 2025-05-15 2025-03-27 -49" "$(changes moved "$out" | sed -n '1p')"

# A disk that cannot be written to, or another's register.
if command -v setpriv >/dev/null && [ "$(id -u)" = 0 ]; then
	chmod 755 "$scratch"
	chmod 444 "$db" "$scratch/13w.lua"
	griffie_as_root=$griffie griffie="setpriv --reuid=65534 --regid=65534 --clear-groups $griffie"
	run --db "$db" rules try "$scratch/13w.lua" --json
	if [ "$status" != 127 ] && [ "$status" != 126 ]; then
		check 'try, read only: exit status' "0 $err" "$status "
		check 'try, read only: the same' "$tried" "$out"
	fi
	griffie=$griffie_as_root
	chmod 644 "$db"
	check 'try, read only: the file is as it was' "$before" "$(bytes "$db")"
fi

# ---- try: what goes, what is new, the largest first ----

cat >"$scratch/own.lua" <<'END_OF_PACK'
body { id = "nl/den-haag", name = "Den Haag", base = "nl/gemeente", terms = { early = "1w", late = "20w" } }
rule {
  id = "settlement", title = "Afdoening", source = "Proef", applies_to = "motion",
  derive = function(item)
    if not item.adopted then return {} end
    local days = terms.late
    if item.settlement_proposed then days = terms.early end
    return { { key = "settlement", form = "letter", owed_by = "college", title = item.title, due = term(item.adopted, days) } }
  end,
  cases = { { given = { adopted = "2025-01-23" }, expect = { settlement = "2025-06-12" } } },
}
rule {
  id = "extra", title = "Extra", source = "Proef", applies_to = "amendment",
  derive = function(item) return { { key = "k", form = "letter", owed_by = "college", due = term(item.submitted, "7d") } } end,
}
END_OF_PACK
run --db "$db" rules try "$scratch/own.lua" --json
check 'own pack: exit status' 0 "$status"
shifts=$(changes moved "$out" | sed 's/.* -\{0,1\}//')
check 'own pack: the largest shifts first' "$(printf '%s\n' "$shifts" | sort -rn)" "$shifts"
check_has 'own pack: moved both ways' "$(changes moved "$out")" 'RIS990105 2025-03-27 2025-07-03 98' 'RIS990107 2025-03-27 2025-02-20 -35'
check 'own pack: what its rules no longer derive' 'RIS990201 2025-04-02 null null' "$(changes withdrawn "$out")"
check_has 'own pack: the rule of the base takes its place' "$(changes added "$out")" 'RIS990201 null 2025-04-02 null'
check_has 'own pack: result is the state that it would have' "$out" '"result":"withdrawn","item":"RIS990201"'
check 'own pack: moved, then gone, then new' "$(printf '%s\n' "$out" | sed 's/.*"change":"\([a-z]*\)".*/\1/' | uniq)" 'moved
withdrawn
added'
run --db "$db" rules try "$scratch/own.lua" --json --since 2025-03-01
check 'own pack, since: no motion of February' '' "$(changes moved "$out")"
check_has 'own pack, since: what began later' "$(changes withdrawn "$out")" RIS990201
check_refusal 'since is for try alone' 2 --since "'list'" -- rules list --since 2025-01-01
check_refusal 'since: no day' 2 "'gisteren'" -- --db "$db" rules try "$scratch/own.lua" --since gisteren

# A pack of a body that had none: its items leave the common rules.
run --db "$scratch/eiland.db" init
run --db "$scratch/eiland.db" --body nl/eiland import --quiet "$papers"/04*.txt "$papers"/09*.txt
sed 's|nl/den-haag|nl/eiland|' "$scratch/own.lua" >"$scratch/eiland.lua"
run --db "$scratch/eiland.db" rules try "$scratch/eiland.lua" --json
check_has 'a new body: new by its own rule' "$out" '"rule":"settlement","pack":"nl/eiland"' '"change":"added"'
check_has 'a new body: gone by the common rule' "$out" '"rule":"settlement","pack":"nl/gemeente"' '"change":"withdrawn"'
run --db "$scratch/eiland.db" rules try "$scratch/own.lua" --json
check 'the pack of another body changes nothing here' '' "$out"

# What a person said holds against any pack.
cp "$db" "$scratch/word.db"
uid=$(printf '%s\n' "$tried" | sed -n '1s/.*"uid":"\([^"]*\)".*/\1/p')
run --db "$scratch/word.db" move "$uid" --to 2025-09-01 --because 'afgesproken in de commissie'
run --db "$scratch/word.db" rules try "$scratch/13w.lua" --json
check 'a person moved it: it does not' 'RIS990107 RIS990108 RIS990112 ' "$(changes moved "$out" | cut -d ' ' -f 1 | tr '\n' ' ')"

# A rule that fails: told, and the item keeps what it has.
sed 's/if not item.adopted.*/error("mislukt")/' "$scratch/own.lua" >"$scratch/fout.lua"
run --db "$db" rules try "$scratch/fout.lua" --json
check 'a rule fails: exit status' 1 "$status"
check_has 'a rule fails: told' "$err" "item 'RIS990105'" mislukt
check 'a rule fails: nothing moves' '' "$(changes moved "$out")"
check 'still as it was' "$before" "$(bytes "$db")"
check_refusal 'try without a register' 3 'griffie init' -- --db "$scratch/none.db" rules try "$scratch/13w.lua"
check_refusal 'try of no file' 3 "$scratch/none.lua" -- --db "$db" rules try "$scratch/none.lua"

# ---- show ----

run --db "$db" rules show nl/den-haag:settlement --json
check 'show: exit status' 0 "$status"
check 'show: one line' 1 "$(printf '%s\n' "$out" | sed -n '$=')"
check_has 'show --json' "$out" '{"rule":"settlement","pack":"nl/den-haag","sha256":"' '"result":"unverified"' '"title":"Afdoening van' \
	'"source":"' '"applies_to":["motion"]' '"valid_from":null,"valid_to":null' \
	'{"name":"settlement","value":"6w","pack":"nl/den-haag","from_pack":"nl/den-haag","valid_from":null,"valid_to":null,"source":null,"verified":false}' \
	'{"number":1,"given":"adopted = 2025-01-23, submitted = 2025-01-23","expect":"settlement = 2025-03-06","result":"passed"}' \
	'"followups":{"pending":'
count() { # state
	printf '%s\n' "$owed" | grep -c '"state":"'"$1"'","rule":"nl/den-haag:settlement"'
}
check_has 'show: how often it fired' "$out" '"pending":'"$(count pending)"',"overdue":'"$(count overdue)"','
run --db "$db" rules show nl/den-haag:settlement
check_has 'show, for people' "$out" nl/den-haag:settlement 'source: ' 'this source was not verified' 'applies to: motion' 'Terms' \
	'settlement = 6w' 'Cases' 'adopted = 2025-04-17 → settlement = 2025-06-02' 'Follow-ups in the register' ' overdue'
run --db "$db" --lang nl rules show nl/den-haag:settlement
check_has 'show, in Dutch' "$out" 'bron: ' 'deze bron is niet nagelezen' 'Termijnen' 'Gevallen' 'Opvolgingen in het register' 'te laat'
run --db "$scratch/none.db" rules show nl/gemeente:settlement --json
check_has 'show without a register' "$out" '"followups":null'
run --pack "$scratch/own.lua" rules show settlement --json
check 'show: every pack that has one' 2 "$(printf '%s\n' "$out" | grep -c '"pack":"nl/\(den-haag\|gemeente\)"')"
check_has 'show: the terms that derive names, and no other' "$out" \
	'"terms":[{"name":"early","value":"1w","pack":"nl/den-haag",' ',{"name":"late","value":"20w","pack":"nl/den-haag",'
cat >"$scratch/kort.lua" <<'END_OF_PACK'
body { id = "nl/eiland", name = "Eiland", base = "nl/gemeente", terms = { answer = "4w" } }
END_OF_PACK
run --db "$scratch/none.db" --pack "$scratch/kort.lua" rules show nl/gemeente:answer
check_has 'show: what a term is for another body' "$out" 'answer = 30d' 'answer = 4w for nl/eiland'
sed 's/2025-06-12/2025-06-13/' "$scratch/own.lua" >"$scratch/mis.lua"
run --db "$scratch/none.db" --pack "$scratch/mis.lua" rules show nl/den-haag:settlement
check_has 'show: a case that fails' "$out" 'this case fails: settlement: the last day is 2025-06-12, 2025-06-13 is expected'
check_refusal 'show: no such rule' 3 "'setlement'" 'griffie rules list' -- --db "$db" rules show setlement
check_refusal 'show: which' 2 'RULE' -- rules show

# ---- a body's own words for an outcome ----

own_words() { # file
	sed '/^990105$/,/^Aangenomen$/s/^Aangenomen$/Naar de   volgende ronde/' "$papers/09-besluitenlijst.txt" >"$1"
}
own_words "$scratch/lijst.txt"
cat >"$scratch/woorden.lua" <<'END_OF_PACK'
body { id = "nl/den-haag", name = "Den Haag", base = "nl/gemeente",
  aliases = { status = { ["naar de volgende ronde"] = "held" } } }
END_OF_PACK
run --db "$scratch/lijst.db" init
run --db "$scratch/lijst.db" import "$scratch/lijst.txt"
check_has 'own words, no alias: asked' "$err" 'RIS990105: no outcome could be read'
run --db "$scratch/lijst.db" --yes rules run "$scratch/woorden.lua"
run --db "$scratch/lijst.db" show --json RIS990105
check_has 'own words, with another pack: read again' "$out" '"state":"held"'
run --db "$scratch/lijst.db" quarantine
check 'own words, with another pack: no more asked' '' "$(printf '%s' "$out" | grep RIS990105)"
run --db "$scratch/vers.db" init
run --db "$scratch/vers.db" --pack "$scratch/woorden.lua" import "$scratch/lijst.txt"
check 'own words: read at once' '' "$err"
# What stands on a pack has its words too; what is not in it stays a question.
sed 's|nl/den-haag|nl/haagland|' "$scratch/woorden.lua" >"$scratch/grond.lua"
echo 'body { id = "nl/den-haag", name = "Den Haag", base = "nl/haagland" }' >"$scratch/erft.lua"
run --pack "$scratch/grond.lua" --pack "$scratch/erft.lua" --db "$scratch/erft.db" init
run --pack "$scratch/grond.lua" --pack "$scratch/erft.lua" --db "$scratch/erft.db" import "$scratch/lijst.txt"
check 'own words of a base' '' "$err"
sed 's/Naar de   volgende ronde/Verdaagd/' "$scratch/lijst.txt" >"$scratch/verdaagd.txt"
run --db "$scratch/vers.db" --pack "$scratch/woorden.lua" import "$scratch/verdaagd.txt"
check_has 'other words: asked' "$err" "'Verdaagd' is no outcome that is known"

# ---- a decision that is not final ----

# "item why" of each follow-up that is owed, and why it is as it is.
reasons() { # file of the register
	$griffie --db "$1" due --json | sed -n 's/.*"item":"\([^"]*\)".*"because":"\{0,1\}\([a-z]*\).*/\1 \2/p' | sort -u
}
sed '1s/Besluitenlijst/Concept besluitenlijst/' "$papers/09-besluitenlijst.txt" >"$scratch/concept.txt"
run --db "$scratch/concept.db" init
run --db "$scratch/concept.db" import --quiet "$scratch/concept.txt"
check_has 'a draft: tentative' "$(reasons "$scratch/concept.db")" 'RIS990105 tentative' 'RIS990112 tentative'
check 'a draft: all of it' '' "$(reasons "$scratch/concept.db" | grep null)"
run --db "$scratch/concept.db" status RIS990105 adopted --on 2025-02-13
check_has 'a draft, and a person' "$(reasons "$scratch/concept.db")" 'RIS990105 null' 'RIS990112 tentative'
run --db "$scratch/concept.db" import --quiet "$papers/09-besluitenlijst.txt"
check 'the final list: nothing is tentative' '' "$(reasons "$scratch/concept.db" | grep tentative)"
check_has 'the final list: and all is owed' "$(reasons "$scratch/concept.db")" 'RIS990105 null' 'RIS990112 null'
# In the other order, and without the draft: the same.
run --db "$scratch/anders.db" init
run --db "$scratch/anders.db" import --quiet "$papers/09-besluitenlijst.txt" "$scratch/concept.txt"
check 'in another order: the same' '' "$(reasons "$scratch/anders.db" | grep tentative)"

# ---- what a clerk gets wrong: file, line, word and remedy ----

# Standard input is the pack.
mistake() { # name, exit status, pieces up to "--", word of rules
	cat >"$scratch/m.lua"
	wrong=$1
	shift
	check_refusal "$wrong" 1 "$@" rules check "$scratch/m.lua"
}
# One rule on lines 2 to 9, whose derive stands on line 4 and whose case on line 7.
failing() { # name, piece, derive, case
	{
		echo 'body { id = "nl/eiland", name = "Eiland", base = "nl/gemeente" }'
		echo 'rule { id = "answer", title = "Antwoord", source = "Proef", applies_to = "question",'
		echo '  derive = function(item)'
		echo "    $3"
		echo '  end,'
		echo '  cases = {'
		echo "    ${4:-{ given = { submitted = \"2025-01-31\" \}, expect = { answer = \"2025-03-03\" \} \}}"
		echo '  } }'
	} >"$scratch/m.lua"
	run rules test "$scratch/m.lua"
	check "$1: exit status" 1 "$status"
	check_has "$1" "$out" "$2"
}
mistake 'a key of body' 'm.lua:3: ' "'recesses'" "'recess'" -- <<'END_OF_PACK'
body { id = "nl/eiland", name = "Eiland", -- recesses
  base = "nl/gemeente",
  recesses = { summer = { ["2025"] = "2025-07-12/2025-08-24" } } }
END_OF_PACK
mistake 'a recess in Dutch' 'm.lua:2: ' "'zomer'" "'summer'" -- <<'END_OF_PACK'
body { id = "nl/eiland", name = "Eiland",
  recess = { zomer = { ["2025"] = "2025-07-12/2025-08-24" } } }
END_OF_PACK
mistake 'a bare year' 'm.lua:2: ' '["2025"]' -- <<'END_OF_PACK'
body { id = "nl/eiland", name = "Eiland",
  recess = { summer = { [2025] = "2025-07-12/2025-08-24" } } }
END_OF_PACK
mistake 'a length in words' 'm.lua:2: ' "'4 weken'" '30d' -- <<'END_OF_PACK'
body { id = "nl/eiland", name = "Eiland",
  terms = { answer = "4 weken" } }
END_OF_PACK
mistake 'a word for no outcome' 'm.lua:2: ' "'adoptd'" "'adopted'" -- <<'END_OF_PACK'
body { id = "nl/eiland", name = "Eiland",
  aliases = { status = { ["akkoord"] = "adoptd" } } }
END_OF_PACK
mistake 'aliases of something else' 'm.lua:2: ' "'stats'" "'status'" -- <<'END_OF_PACK'
body { id = "nl/eiland", name = "Eiland",
  aliases = { stats = { ["akkoord"] = "adopted" } } }
END_OF_PACK
mistake 'a comma too few' 'm.lua:2: ' comma -- <<'END_OF_PACK'
body { id = "nl/eiland"
  name = "Eiland" }
END_OF_PACK
mistake 'curly quotes' 'm.lua:1: ' 'straight quotes' -- <<'END_OF_PACK'
body { id = “nl/eiland”, name = "Eiland" }
END_OF_PACK
mistake 'a brace too few' 'm.lua:2: ' "'}' or 'end' is missing" -- <<'END_OF_PACK'
body { id = "nl/eiland", name = "Eiland",
END_OF_PACK
mistake 'a base that is not there' "'nl/gemente'" "'nl/gemeente'" -- <<'END_OF_PACK'
body { id = "nl/eiland", name = "Eiland", base = "nl/gemente" }
END_OF_PACK
mistake 'a function that packs lack' 'm.lua:1: ' "no 'print'" -- <<'END_OF_PACK'
print("hallo")
END_OF_PACK
mistake 'cases without braces' 'm.lua:3: ' "'cases' is no list" -- <<'END_OF_PACK'
body { id = "nl/eiland", name = "Eiland" }
rule { id = "answer", title = "Antwoord", source = "Proef", applies_to = "question", derive = function(item) return {} end,
  cases = { given = { submitted = "2025-01-31" }, expect = {} } }
END_OF_PACK
failing 'a field of the item' "m.lua:4: item has no field 'submited'; did you mean 'submitted'?" \
	'return { { key = "answer", due = term(item.submited, "30d") } }'
failing 'a term that is not declared' "m.lua:4: terms has no 'anser'; did you mean 'answer'?" \
	'return { { key = "answer", due = term(item.submitted, terms.anser) } }'
failing 'a key of the result' "m.lua:4: result 'answer': the key 'date' is not known; did you mean 'due'?" \
	'return { { key = "answer", date = item.submitted } }'
failing 'a misspelt function' "did you mean 'term'?" 'return { { key = "answer", due = tern(item.submitted, "30d") } }'
failing 'a case in Dutch' "m.lua:7: given: no kind 'vraag'; there are motion, amendment, question" 'return {}' \
	'{ given = { kind = "vraag" }, expect = {} }'
failing 'a day in Dutch' "m.lua:7: given: 'submitted' is '31-01-2025'" 'return {}' \
	'{ given = { submitted = "31-01-2025" }, expect = {} }'
printf '\357\273\277body { id = "nl/x", name = "X" }' >"$scratch/m.lua"
check_refusal 'a byte order mark' 1 m.lua 'line 1' 'without it' -- rules check "$scratch/m.lua"

# ---- a changed pack is asked about ----

new=$scratch/new.db
fresh() {
	cp "$db" "$new"
}
fresh
was=$(bytes "$new")
check_refusal 'changed, no terminal' 5 '(nl/den-haag)' 'would move: 4, go: 0' 'griffie rules try' --yes -- \
	--db "$new" --pack "$scratch/13w.lua" import "$papers"/01*.txt
check_refusal 'changed, no terminal: status' 5 --yes -- --db "$new" --pack "$scratch/13w.lua" status RIS990105 in_progress
check_refusal 'changed, no terminal: rules run' 5 --yes -- --db "$new" rules run "$scratch/13w.lua"
check_refusal 'changed, no terminal: in Dutch' 5 'verschuiven: 4, vervallen: 0' --yes -- --db "$new" --lang nl rules run "$scratch/13w.lua"
check 'changed, refused: the file is as it was' "$was" "$(bytes "$new")"
run --db "$new" --pack "$scratch/13w.lua" due
check 'changed: what only reads does not ask' 0 "$status"
run --db "$new" --yes --pack "$scratch/13w.lua" import "$papers"/01*.txt
check 'changed, --yes: exit status' 0 "$status"
check_has 'changed, --yes: told' "$err" 'other rule packs' '(nl/den-haag)'
run --db "$new" --pack "$scratch/13w.lua" import "$papers"/01*.txt
check 'changed: asked once' '0 ' "$status $err"
run --db "$new" verify
check_has 'changed: the journal is whole' "$out" whole
if command -v sqlite3 >/dev/null; then
	check_has 'changed: both hashes are in the journal' \
		"$(sqlite3 "$new" "select entry from journal where entry like '%\"derivation\":\"pack nl/den-haag\"%' order by seq desc limit 1")" \
		"\"value\":\"$(bytes "$scratch/13w.lua" | cut -c 1-64)\"" "\"was\":\"$(bytes "$shipped" | cut -c 1-64)\""
fi

# What only adds, or changes nothing that is seen, needs no question.
fresh
{
	cat "$shipped"
	echo 'rule {'
	sed -n '/^  id = "extra"/,$p' "$scratch/own.lua"
} >"$scratch/meer.lua"
run --db "$new" --pack "$scratch/meer.lua" rules run
check 'only new: no question' '0 ' "$status $err"
check 'only new: some are' '' "$(printf '%s\n' "$out" | grep ' 0 new')"
fresh
{
	cat "$shipped"
	echo '-- a remark'
} >"$scratch/gelijk.lua"
run --db "$new" --pack "$scratch/gelijk.lua" import "$papers"/01*.txt
check 'only another text: no question' 0 "$status"
check_has 'only another text: told that all is derived anew' "$err" 'derived anew'

# On a terminal it asks.
if command -v script >/dev/null && script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
	asked() { # answer
		printf '%s\n' "$1" | script -qec "$griffie --db $new rules run $scratch/13w.lua" /dev/null >"$scratch/out" 2>&1
		status=$?
		out=$(tr -d '\r' <"$scratch/out")
	}
	fresh
	for no in n '' maybe; do
		asked "$no"
		check "asked, '$no': exit status" 5 "$status"
		check_has "asked, '$no'" "$out" 'would move: 4' 'go on? [y/N]' 'nothing was changed'
		check "asked, '$no': the file is as it was" "$was" "$(bytes "$new")"
	done
	asked y
	check 'asked, yes: exit status' 0 "$status"
	check_has 'asked, yes' "$out" '19 items derived'
	asked n
	check 'asked, yes: not again' 0 "$status"
fi
finish
