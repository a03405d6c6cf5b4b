# What griffie prints is safe to show: a terminal obeys nothing that a paper or a file's name holds, and JSON is UTF-8.
. "${0%/*}/lib.sh"
escape=$(printf '\033')
odd=$(printf 'b\033[31m\377.txt')
: >"$scratch/$odd"

# The bytes that no terminal should get, each on a line of its own.
controls() {
	printf '%s' "$1" | LC_ALL=C tr -d '\n\040-\176\200-\377' | LC_ALL=C od -An -c
}

run read "$scratch/$odd"
check 'read: exit status' 4 "$status"
check_has 'read: the name of the file is shown' "$err" 'b\x1b[31m\xff.txt: empty file'
check 'read: no control character' '' "$(controls "$err")"

run --db "$db" init
run --db "$db" import "$scratch/$odd"
check_has 'import: the name of the file is shown' "$err" 'b\x1b[31m\xff.txt'
check 'import: no control character' '' "$(controls "$err")"
run --db "$db" import --json "$scratch/$odd"
replaced=$(printf '\357\277\275')
check_has 'import --json: a byte that is no UTF-8 is replaced' "$out" "b\\u001b[31m$replaced.txt"

printf 'Motie%s[31m rood\n\nDe wethouder zegt toe de raad v\303\263\303\263r 1 mei 2025 te informeren.%s]0;x\007\n' "$escape" "$escape" >"$scratch/motie.txt"
run read "$scratch/motie.txt"
check 'read: exit status' 0 "$status"
check 'read: no control character of the text' '' "$(controls "$out$err")"
check_has 'read: letters stay' "$out" 'vóór 1 mei 2025'
run read --json "$scratch/motie.txt"
check 'read --json: no control character' '' "$(controls "$out")"

# What is closed is neither owed nor overdue.
run --db "$db" import --quiet "$papers"/*.txt
run --db "$db" --today 2025-06-15 due --state fulfilled
check 'due: closed ones are counted as such' '5 fulfilled' "$(printf '%s\n' "$out" | sed -n '$p')"
run --db "$db" --today 2025-06-15 due --state overdue
check_has 'due: what is overdue is owed' "$(printf '%s\n' "$out" | sed -n '$p')" 'owed' 'overdue on 2025-06-15'

# A link tells the state of the item.
run --db "$db" --today 2025-06-15 link --json RIS990101 about RIS990105
check 'link --json' '{"item":"RIS990101","state":"in_progress","on":"2025-06-15"}' "$out"
# ---- read --text: what was found stands marked in the text ----

run read --text "$papers/13-afdoening-zwemdiploma.txt"
check_has 'a promise is marked with its number' "$out" '[1>Over de tussenstand' '[2>In het voorjaar van 2026' '<2]' '1. “Over de'
run read --text "$papers/02-motie-bankjes-definitief.txt"
check_has 'a request is marked' "$out" '[?>' '<?]'
# ---- read: what is owed, by whom, by when, at a glance ----

run read "$papers/22-notulen.txt"
check_has 'minutes: who said it, where, by when' "$out" 'wethouder Duurkoop owes the raad: letter (firm), by 2025-04-30 (“voor 1 mei 2025”)' \
	'said at agenda point H: Voorstel van het college inzake'
run read --json "$papers/22-notulen.txt"
check_has 'minutes --json' "$out" '"speaker":"wethouder Duurkoop"' '"agenda":{"number":"H","title":"Voorstel van het college'
run read "$papers/15-kamervragen-buurtbus.txt"
check_has 'answers: which question has none' "$out" '7 questions, 1 without an answer: '
check_has 'answers: what is one follow-up' "$out" 'one follow-up with 3'
run read "$papers/06-motie-steiger-definitief.txt"
check_has 'a motion: by when it asks' "$out" 'by 2025-' '(“voor het zomerreces van 2025”)'
# ---- read --explain: why a promise may be missing ----

run read --explain "$papers/22-notulen.txt"
check_has 'as whose words' "$out" 'How promises were looked for' 'is read as of the wethouder' 'parts were not read as promises'
run read --explain "$papers/06-motie-steiger-definitief.txt"
check_has 'of nobody of the executive' "$out" 'nobody of the executive signs or sends this paper'
finish
