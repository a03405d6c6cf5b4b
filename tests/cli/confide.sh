# Confidential items: number, kind and day are published, and no byte of the title, the words or the people.
. "${0%/*}/lib.sh"
site=$scratch/site
base='--base-url https://raad.example.nl/'

publish() {
	run --db "$db" --lang nl publish "$site" $base --feed 'cda=party=CDA' --feed 'moties=kind=motion' --feed 'college=portfolio=college'
}

# Lines of the calendar with folds undone.
unfold() {
	tr -d '\r' <"$1" | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g'
}

stamp() {
	unfold "$site/feeds/griffie-item-ris990101.ics" | sed -n 's/^LAST-MODIFIED://p'
}

run --db "$db" init
run --db "$db" import "$papers"/02*.txt "$papers"/17*.txt
run --db "$db" feeds add "$site" x $base
publish
address=$(run --db "$db" feeds add "$site" fractie --filters 'party=CDA' $base && printf '%s' "$out" | sed -n 1p)
secret=$site/private/${address##*/}
check_has 'before: its title is public' "$(unfold "$site/feeds/griffie-item-ris990101.ics")" 'Bankjes langs de Vlonderkade'
check_has 'before: and stands under its party' "$(cat "$site/feeds/griffie-party-cda.ics" "$site/feeds/griffie-selection-cda.ics")" 'RIS990101'
check_has 'before: in a private feed too' "$(cat "$secret")" 'RIS990101'
before=$(stamp)

# ---- marked ----

check_refusal 'an item that is not there' 3 "'RIS1'" -- --db "$db" confide RIS1
check_refusal 'a blank reason' 2 '--because' -- --db "$db" confide RIS990101 --because ' '
export GRIFFIE_NOW=2025-07-01T09:00:00Z
run --db "$db" confide 990101 --because 'geheimhouding opgelegd'
check 'confide: told' "RIS990101 is confidential: the next 'griffie publish' leaves only its number and kind" "$out"
run --db "$db" confide 990101
check_has 'confide again: nothing is recorded' "$err$out" 'recorded'
run --db "$db" verify
check 'confide: the journal is whole' 0 "$status"
publish
item=$(unfold "$site/feeds/griffie-item-ris990101.ics")
check_has 'published: the day, number and kind' "$item" 'SUMMARY:Uiterlijk 27 maart: Motie RIS990101' 'DTSTART;VALUE=DATE:20250327' \
	'CATEGORIES:Motie' 'Vertrouwelijk: alleen soort\, nummer en dag zijn openbaar' 'X-PRECISION=day:27 maart 2025'
check 'published: its stamp rises' 20250701T090000Z "$(stamp)"
check 'published: it was another before' no "$([ "$before" = "$(stamp)" ] && echo yes || echo no)"
check 'published: no words, rule or reason' '' "$(printf '%s' "$item" | grep -e 'Aldus aangenomen' -e 'nl/den-haag' -e CDA -e Citaat -e Regel)"
for words in Bankjes Vlonderkade Rozendal 'geheimhouding opgelegd'; do
	check "published: '$words' is nowhere in the folder" '' "$(grep -rl "$words" "$site")"
done
page=$(cat "$site/items/RIS990101.html")
check_has 'published: its page' "$page" '<h1>Motie RIS990101</h1>' 'Vertrouwelijk' '27 maart 2025'
check 'published: its page has no words' '' "$(printf '%s' "$page" | grep -e blockquote -e CDA -e details)"
check_has 'published: by kind' "$(cat "$site/feeds/griffie-kind-motion.ics" "$site/feeds/griffie-all.ics" "$site/feeds/griffie-selection-moties.ics")" 'Motie RIS990101'
for feed in party-cda portfolio-college selection-cda selection-college; do
	check "published: not in $feed, which would tell" '' "$(unfold "$site/feeds/griffie-$feed.ics" | grep RIS990101)"
done
check 'published: not in a private feed of a party' '' "$(grep RIS990101 "$secret")"
run --db "$db" feed --party CDA
check 'feed: the same' '' "$(printf '%s' "$out" | grep RIS990101)"

# ---- the register shows all ----

run --db "$db" list
check_has 'list: marked' "$out" 'Bankjes langs de Vlonderkade (CDA) [confidential]'
run --db "$db" due
check_has 'due: marked' "$out" '[confidential]'
run --db "$db" show 990101
check_has 'show: marked' "$out" 'confidential: only its number and kind are published' 'Bankjes langs de Vlonderkade'
run --db "$db" --json show 990101
check_has 'show for programs' "$out" '"confidential":true'

# ---- it outlives a new reading ----

cp "$papers"/02*.txt "$scratch/a.txt"
printf '\nNog een regel.\n' >>"$scratch/a.txt"
run --db "$db" import "$scratch/a.txt"
publish
check 'a new reading: still nothing of it' '' "$(grep -rl Vlonderkade "$site")"

# ---- and back ----

export GRIFFIE_NOW=2025-07-02T09:00:00Z
run --db "$db" --lang nl confide 990101 --off
check_has 'off: told' "$out" 'RIS990101 is niet vertrouwelijk'
publish
check_has 'off: all is there again' "$(unfold "$site/feeds/griffie-party-cda.ics")" 'Bankjes langs de Vlonderkade'
check 'off: the stamp rises again' 20250702T090000Z "$(stamp)"

# ---- a paper that says so ----

{
	echo GEHEIM
	cat "$papers"/04*.txt
} >"$scratch/geheim.txt"
run --db "$db" import "$scratch/geheim.txt"
check_has 'a paper that says so: asks' "$err" "'GEHEIM'" 'confide'
ref=$(run --db "$db" --json quarantine && field item "$out")
run --db "$db" --lang nl quarantine
check_has 'a paper that says so: how to answer' "$out" "griffie confide $ref" "het stuk zegt 'GEHEIM'"
title=$(run --db "$db" --json show "$ref" && field title "$out")
publish
check_has 'a paper that says so: publish says that it keeps it back' "$err" 'griffie confide'
check 'a paper that says so: kept back until then' '' "$(grep -rlF "$title" "$site")"
run --db "$db" status "$ref" settled --because 00000000
run --db "$db" confide "$ref" --off
check 'a paper that says so: answered' 0 "$status"
run --db "$db" quarantine
check 'a paper that says so: asks no more' 'no open questions' "$out"
publish
check_has 'a paper that says so: and is published' "$(cat "$site/items/$ref.html")" "$title"
run --db "$db" confide "$ref"
run --db "$db" import "$scratch/geheim.txt"
run --db "$db" quarantine
check 'a paper that says so: an answer stays' 'no open questions' "$out"
run --db "$db" verify
check 'the journal is whole' 0 "$status"
finish
