# What goes wrong: the exit status, and a message that names what it is about and says what to do.
. "${0%/*}/lib.sh"
missing=$scratch/weg.txt
empty=$papers/broken/leeg.txt

# 2: the command line.
check_refusal 'no command' 2 'griffie --help' --
check_refusal 'an unknown command' 2 "'dui'" 'griffie --help' -- dui
check_refusal 'an unknown option before a command' 2 "'--vorm'" 'griffie --help' -- --vorm due
check_refusal 'an unknown option of a command' 2 "'--vorm'" 'griffie due --help' -- due --vorm
check_refusal 'an unknown letter' 2 "'-x'" -- due -x
check_refusal "another command's option" 2 "'--atw'" 'griffie due --help' -- due --atw
check_refusal 'an option without its value' 2 "'--today'" DATE -- due --today
check_refusal 'a flag with a value' 2 "'--json'" -- due --json=yes
check_refusal 'a day that is none' 2 "'31-1-2025'" 2025-01-31 -- due --today 31-1-2025
check_refusal 'an unknown language' 2 "'de'" 'nl or en' -- due --lang de
check_refusal 'an argument too many' 2 "'RIS990102'" 'griffie show --help' -- show RIS990101 RIS990102
check_refusal 'an argument too few' 2 'griffie show' ITEM -- show
check_refusal 'an unknown word of rules' 2 "'lijst'" list -- rules lijst
eight=
for i in 1 2 3 4 5 6 7 8; do
	echo "body { id = \"nl/p$i\", name = \"P$i\", base = \"nl/gemeente\" }" >"$scratch/p$i.lua"
	eight="$eight --pack $scratch/p$i.lua"
done
run $eight rules check
check 'eight packs: exit status' 0 "$status"
check_refusal 'rules check of a ninth pack' 2 'more than 8 rule packs' -- $eight rules check "$missing"
GRIFFIE_NOW=morgen
check_refusal 'an instant that is none' 2 "'morgen'" 2025-01-31T09:00:00Z -- due
for instant in 2025-06-30T99:99:99Z 2025-06-30T24:00:00Z 2025-06-30T09:60:00Z '2025-06-30T 9:00:00Z' 2025-06-30T09:00:00 2025-02-30T09:00:00Z; do
	GRIFFIE_NOW=$instant
	check_refusal 'an hour that is none' 2 "'$instant'" -- due
done
GRIFFIE_NOW=2025-06-30T09:00:00Z
check_refusal 'in Dutch' 2 "onbekende opdracht 'dui'" -- --lang nl dui

# A body under a wrong name would hide what is stored: the nearest one is named, or all.
for body in denhaag nl/denhaag nl/Den-Haag nl/den-haagg; do
	check_refusal "--body $body" 2 "'$body'" "did you mean 'nl/den-haag'" -- --body "$body" read "$papers/02-motie-bankjes-definitief.txt"
	check_refusal "--body $body without packs" 2 "did you mean 'nl/den-haag'" -- --body "$body" due
done
check_refusal '--body of another country' 2 nl/den-haag nl/gemeente nl/tweede-kamer -- --body be/gent read "$papers/02-motie-bankjes-definitief.txt"
check_refusal '--body without a country' 2 nl/den-haag nl/NAME -- --body hoogheemraadschap list
run --body nl/zaanstad read --json "$papers/02-motie-bankjes-definitief.txt"
check 'a council without a pack: exit status' 0 "$status"
check 'a council without a pack: it counts' nl/zaanstad "$(printf '%s\n' "$out" | sed 's/.*"kind":"motion","body":"\([^"]*\)".*/\1/')"
check_has 'a council without a pack: told' "$err" "no rule pack for 'nl/zaanstad'"
run --quiet --body nl/zaanstad read --json "$papers/02-motie-bankjes-definitief.txt"
check 'a council without a pack, quiet' '' "$err"

# Help of a command, in both ways; the value of an option asks for none.
run term --help
help=$out
run help term
check 'help term: exit status' 0 "$status"
check 'help term is term --help' "$help" "$out"
run --help term
check '--help term too' "$help" "$out"
check_refusal 'help of an unknown command' 2 "'temr'" -- help temr
check_refusal 'a value that looks like an option' 3 "$db" -- --db "$db" waive 1a2b3c4d --because --help
run --version
check '--version: exit status' 0 "$status"
check '--version: one line' 'griffie [0-9]' "$(printf '%s\n' "$out" | sed 's/[0-9][0-9.]*$/[0-9]/')"

# 3: not found.
for command in due list verify doctor 'show RIS990101' 'why 1a2b3c4d' feed "import $papers"; do
	check_refusal "$command without a register" 3 "$db" 'griffie init' -- --db "$db" $command
done
check 'nothing was made' no "$(test -e "$db" && echo yes || echo no)"

# 5: a register is there already, and stays.
run --db "$db" init
check 'init: exit status' 0 "$status"
check_has 'init' "$out" "$db" 'griffie import'
before=$(cksum <"$db")
check_refusal 'init again' 5 "$db" -- --db "$db" init
check 'init again changes nothing' "$before" "$(cksum <"$db")"

check_refusal 'import of a missing file' 3 "$missing" -- --db "$db" import "$missing"
check_refusal 'an unknown item' 3 "'RIS1'" 'griffie list' -- --db "$db" show RIS1
check_refusal 'an unknown follow-up' 3 "'1a2b3c4d'" 'griffie due' -- --db "$db" why 1a2b3c4d
check_refusal 'a rule pack that is not there' 3 "$missing" -- --pack "$missing" rules

# 4: bad input.
check_refusal 'read of an empty file' 4 "$empty" 'empty file' -- read "$empty"
check_refusal 'read of a cut-off PDF' 4 afgekapt.pdf 'get it again' -- read "$papers/broken/afgekapt.pdf"
check_refusal 'read of a PDF with a password' 4 wachtwoord.pdf password -- read "$papers/broken/wachtwoord.pdf"
cp "$papers/20-column-eiland-van-licht.txt" "$scratch/geen-register"
check_refusal 'a text as register' 4 "$scratch/geen-register" --db -- --db "$scratch/geen-register" list
check 'it stays a text' 0 "$(cmp -s "$papers/20-column-eiland-van-licht.txt" "$scratch/geen-register"; echo $?)"

# One bad file among good ones: a line that names it, and the others are read.
mkdir "$scratch/map"
cp "$papers/02-motie-bankjes-definitief.txt" "$papers/06-motie-steiger-definitief.txt" "$empty" "$scratch/map"
run --db "$db" import --json "$scratch/map"
check 'a bad file among good ones: exit status' 4 "$status"
check 'a bad file among good ones: a line a file' 3 "$(printf '%s\n' "$out" | sed -n '$=')"
bad=$(printf '%s\n' "$out" | sed -n '/leeg\.txt/p')
check 'the bad one: status' failed "$(field status "$bad")"
check_has 'the bad one: reason' "$bad" '"item":null' '"kind":null' 'empty file'
check 'the good ones: status' 'new new' "$(echo $(printf '%s\n' "$out" | sed -n '/"kind":"motion"/s/.*"status":"\([a-z]*\)".*/\1/p'))"
check_has 'the message at the end' "$err" '1 of 3 files could not be read'
run --db "$db" list --json
check 'the good ones are in the register' 'RIS990101 RIS990102' "$(echo $(printf '%s\n' "$out" | sed 's/^{"item":"\([^"]*\)".*/\1/'))"
run --db "$db" import "$scratch/map"
check 'again: exit status' 4 "$status"
check_has 'again: the file and the reason' "$err" "$scratch/map/leeg.txt" 'empty file'
check_has 'again: the good ones are known' "$out" '0 papers read, 2 known already, 1 failed'

# 5: what the register refuses.
check_refusal 'a transition that is not allowed' 5 RIS990102 rejected settled -- --db "$db" status RIS990102 settled
check_refusal 'settled without a decision' 5 RIS990101 'griffie settle --by' -- --db "$db" status RIS990101 settled
check_refusal 'an unknown state' 2 "'klaar'" 'griffie status --help' -- --db "$db" status RIS990101 klaar
check_refusal 'a paper that is not in the register' 3 "'00000000'" -- --db "$db" status RIS990101 in_progress --because 00000000
check_refusal 'add: a control character' 2 number -- --db "$db" add commitment --title y --number "$(printf 'A\tB')"
check_refusal 'add: a line end' 2 title -- --db "$db" add commitment --title 'a
b'
check_refusal 'add: a long number' 2 number -- --db "$db" add commitment --title y --number "$(printf '%0600d' 1)"
check_refusal 'add: no UTF-8' 2 title -- --db "$db" add commitment --title "$(printf '\377')"
check_refusal 'add: a party of nobody' 2 --by -- --db "$db" add motion --title y --party SP
check_refusal 'an unknown relation' 2 "'over'" about -- --db "$db" link RIS990101 over RIS990102
run --db "$db" due --json
uid=$(printf '%s\n' "$out" | sed -n '1s/^{"uid":"\([^"]*\)".*/\1/p')
check_refusal 'fulfil without a paper' 2 '--with DOC' -- --db "$db" fulfil "$uid"
check_refusal 'waive without a reason' 2 '--because TEXT' -- --db "$db" waive "$uid"
check_refusal 'move without a reason' 2 '--because TEXT' -- --db "$db" move "$uid" --to 2025-12-31
check_refusal 'move to no moment' 2 '--to MOMENT' -- --db "$db" move "$uid" --because afspraak
check_refusal 'move to words without a day' 2 "'ooit'" 2025-10-01 -- --db "$db" move "$uid" --to ooit --because afspraak
run --db "$db" due --json
check 'what was refused changed nothing' "$uid" "$(printf '%s\n' "$out" | sed -n '1s/^{"uid":"\([^"]*\)".*/\1/p')"
check_refusal 'a feed of an unknown form' 2 "'afspraak'" 'event or todo' -- --db "$db" feed --as afspraak
check_refusal 'a feed that cannot be written' 1 "$missing/griffie.ics" -- --db "$db" feed -o "$missing/griffie.ics"

check_refusal 'read of a missing file' 3 "$missing" -- read "$missing"
finish
