# The published folder: all that people subscribe to, written once, whole, and only when it changed.
. "${0%/*}/lib.sh"
site=$scratch/site
base='--base-url https://raad.example.nl/'

publish() {
	run --db "$db" --lang nl publish "$site" $base "$@"
}

# Name, inode and time of each file.
stamps() {
	(cd "$site" && find . -type f ! -name .griffie -exec stat -c '%n %i %Y %Z' {} + | LC_ALL=C sort)
}

run --db "$db" init
run --db "$db" import "$papers"/02*.txt "$papers"/04*.txt "$papers"/17*.txt
check_refusal 'publish without an address' 2 '--base-url' 'https://' -- --db "$db" publish "$site"
check_refusal 'publish to a bad address' 4 "'http://x'" -- --db "$db" publish "$site" --base-url http://x
rm -rf "$site"
mkdir "$site" && echo mine >"$site/index.html"
check_refusal 'publish among files of others' 5 'did not put there' -- --db "$db" publish "$site" $base
check 'publish among files of others: they stay' mine "$(cat "$site/index.html")"
rm -rf "$site"

# ---- what there is ----

publish --title 'Raad <Noordwier> & "omstreken"' --feed 'wonen=kind=motion party="Haagse Wijkpartij"'
check 'publish: exit status' 0 "$status"
check_has 'publish: told' "$out" 'bestanden geschreven'
check_has 'publish: the calendars' "$(ls "$site/feeds" | tr '\n' ' ')" griffie-all.ics griffie-all-tasks.ics griffie-overdue.ics \
	griffie-kind-motion.ics griffie-party- griffie-person- griffie-portfolio-college.ics griffie-item-ris griffie-selection-wonen.ics
check_has 'publish: the pages' "$(ls "$site" | tr '\n' ' ')" feeds.json index.en.html index.html items style.css
check_has 'publish: a title cannot add a tag' "$(cat "$site/index.html")" 'Raad &lt;Noordwier&gt; &amp; &quot;omstreken&quot;'
check 'publish: no script' '' "$(grep -ril '<script' "$site")"
run --db "$db" --lang nl feed $base
check 'publish: everything is what feed gives' "$(printf '%s\n' "$out" | sed '/NAME:/d')" "$(sed '/NAME:/d' "$site/feeds/griffie-all.ics")"

# Each address in an event leads to a page and a place on it.
lost=
for url in $(tr -d '\r' <"$site/feeds/griffie-all.ics" | sed -n -e ':a' -e 'N' -e '$!ba' -e 's/\n //g' -e 'p' | sed -n 's/^URL://p'); do
	page=${url#https://raad.example.nl/}
	grep -q "id=\"${page#*#}\"" "$site/${page%%#*}" || lost="$lost $url"
done
check 'publish: each event leads to its place' '' "$lost"
lost=
for href in $(grep -oh 'href="[^"]*"' "$site/index.html" | sed 's/href="//; s/"$//'); do
	case $href in
		https:* | webcal:*) ;;
		*) [ -f "$site/$href" ] || lost="$lost $href" ;;
	esac
done
check 'publish: each link of the index leads somewhere' '' "$lost"

# ---- again ----

before=$(stamps)
publish --title 'Raad <Noordwier> & "omstreken"' --feed 'wonen=kind=motion party="Haagse Wijkpartij"'
check_has 'publish again: told' "$out" 'is bij de tijd'
check 'publish again: no file was touched' "$before" "$(stamps)"
rm "$site/feeds/griffie-all.ics"
publish --title 'Raad <Noordwier> & "omstreken"' --feed 'wonen=kind=motion party="Haagse Wijkpartij"'
check_has 'publish again: what was lost is written' "$out" '1 bestand'

# ---- what changes ----

publish
uid=$(sed -n 's/^UID:\(.*\).$/\1/p' "$site/feeds/griffie-kind-question.ics" | sed -n 1p)
motion=$(cat "$site/feeds/griffie-kind-motion.ics")
question=$(cat "$site/feeds/griffie-kind-question.ics")
inode=$(stat -c %i "$site/feeds/griffie-kind-motion.ics")
run --db "$db" waive "$uid" --because 'mondeling beantwoord'
publish
check 'a change: calendars without it are not touched' "$inode" "$(stat -c %i "$site/feeds/griffie-kind-motion.ics")"
check 'a change: nor is a byte of them' "$motion" "$(cat "$site/feeds/griffie-kind-motion.ics")"
check_has 'a change: the event closes' "$(cat "$site/feeds/griffie-kind-question.ics")" 'SUMMARY:Vervallen: ' 'STATUS:CANCELLED' 'SEQUENCE:1'
check 'a change: a reason of a person is not spread' '' "$(grep -rl 'mondeling' "$site")"
export GRIFFIE_NOW=2025-09-30T09:00:00Z
publish
check_has 'a calendar that ran empty: stays' "$(cat "$site/feeds/griffie-kind-question.ics")" 'SUMMARY:Geen open termijnen'
check 'a calendar that ran empty: without what closed' '' "$(grep "$uid" "$site/feeds/griffie-kind-question.ics")"

# ---- what the pack of a body says ----

sed 's|^body {|body { site = "https://noordwier.example.nl/opvolging",|' "$tests/../../rules/packs/nl/den-haag.lua" >"$scratch/pack.lua"
run --db "$db" --pack "$scratch/pack.lua" --body nl/den-haag publish "$scratch/pack"
check 'publish by the pack: exit status' 0 "$status"
check_has 'publish by the pack: its address' "$(cat "$scratch/pack/feeds/den-haag-all.ics" | tr -d '\r')" 'URL:https://noordwier.example.nl/opvolging/items/'
check_has 'publish by the pack: its name' "$(cat "$scratch/pack/index.html")" '<h1>Gemeenteraad Den Haag</h1>'
run --db "$db" --pack "$scratch/pack.lua" --body nl/den-haag feed
check_has 'feed by the pack: its address' "$out" 'URL:https://noordwier.example.nl/opvolging/items/'
run --db "$db" --pack "$scratch/pack.lua" --body nl/den-haag publish "$scratch/other" $base --title Raad
check_has 'publish by the options: they count' "$(cat "$scratch/other/feeds/den-haag-all.ics")" 'URL:https://raad.example.nl/items/' 'NAME:Raad'
check_refusal 'a body whose pack says no address' 2 '--base-url' "'site'" -- --db "$db" --body nl/den-haag publish "$scratch/none"
sed 's|site = "https:|site = "http:|' "$scratch/pack.lua" >"$scratch/bad.lua"
check_refusal 'a pack with a bad address' 1 'bad.lua:' "'http://noordwier" -- --db "$db" --pack "$scratch/bad.lua" --body nl/den-haag publish "$scratch/none"

# ---- one at a time, and whole ----

if command -v flock >/dev/null; then
	exec 8<"$site"
	flock 8
	check_refusal 'publish while another does' 75 'another griffie publishes' -- --db "$db" publish "$site" $base
	exec 8<&-
fi
check 'nothing is left beside the files' '' "$(find "$site" -name '*.??????' ! -name '*.griffie' ! -name '.griffie')"
check_refusal 'a filter that is none' 2 "'kleur'" 'party=PARTY' -- --db "$db" publish "$site" $base --feed 'rood=kleur=rood'
check_refusal 'two calendars of one name' 2 "'wonen'" -- --db "$db" publish "$site" $base --feed 'wonen=overdue' --feed 'Wonen=kind=motion'
finish
