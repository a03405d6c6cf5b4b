# Part of run: titles, names and addresses that try to be more than text. Control characters are refused by hand and in packs; in a paper they become
# blanks.
hostile=$scratch/hostile.db
site=$scratch/hostile
cat >"$scratch/hostile.lua" <<'END'
body { id = "nl/vijand", name = "Vijand", base = "nl/gemeente" }
local emoji = ""
for i = 1, 14 do
  emoji = emoji .. string.rep("x", i % 7) .. "👩‍👩‍👧‍👦🇳🇱"
end
local titles = {
  "een; twee, drie\\n vier\\ \"vijf\" 'zes' zeven:acht",
  "</script><script>alert(1)</script><img src=x onerror=alert(1)>&amp;&lt;",
  emoji,
  string.rep("lang ", 79),
  string.rep("a", 395),
  "https://evil.example/;x=1,2?q=\"a\"&b=<c>#\\",
  "links\u{200f}rechts\u{200e}om",
}
rule {
  id = "vijand", title = "Vijand", source = titles[1], applies_to = "motion",
  derive = function(item)
    local out = {}
    for i, t in ipairs(titles) do
      out[i] = { key = "k" .. i, form = "letter", owed_by = #t < 96 and t or "college", title = t, due = term(item.transitions[1].on, i .. "d") }
    end
    return out
  end,
  cases = {},
}
END

# A paper whose title ends a component, rings, colours, and turns the reading around.
hostile_paper() {
	sed "s|Bankjes langs de Vlonderkade|$(printf 'Bank\033[31mjes\007; "langs", de\\\\n Kade</script><b>\\&\342\200\250%s %s' \
		'👩‍👩‍👧‍👦' "$1")|" "$papers/02-motie-bankjes-definitief.txt"
}

run --db "$hostile" init
run --db "$hostile" --pack "$scratch/hostile.lua" --body nl/vijand add motion --title 'Bank & <b>stoel</b>, "tafel"; kast\' \
	--by 'Ilse, "V"; <b>' --party 'P;Q,R</td>' --number RIS1 --state adopted --on 2025-05-01
check 'hostile: recorded' '0 ' "$status $err"
hostile_paper END:VEVENT >"$scratch/hostile.txt"
run --db "$hostile" --pack "$scratch/hostile.lua" import --quiet "$scratch/hostile.txt"
check 'hostile: imported' '0 ' "$status $err"
at 2025-05-02
run --db "$hostile" --lang nl publish "$site" --base-url https://raad.example.nl/ --title 'Raad </title><script>; "x"' --feed 'a<b>"=kind=motion'
check 'hostile: published' '0 ' "$status $err"

# What must come back: a backslash as a stroke, a control character as a blank, and the rest as it was written.
pieces=(
	"Bank & <b>stoel</b>, \"tafel\"; kast/"
	"een; twee, drie/n vier/ \"vijf\" 'zes' zeven:acht"
	'</script><script>alert(1)</script><img src=x onerror=alert(1)>&amp;&lt;'
	'https://evil.example/;x=1,2?q="a"&b=<c>#/'
	'; "langs", de/n Kade</script><b>& 👩‍👩‍👧‍👦 END:VEVENT'
	'linksrechtsom'
)

for file in "$site"/feeds/*.ics; do
	which="hostile: ${file##*/}"
	readings=$scratch/readings
	rm -f "$readings".*
	for parser in icalendar vobject; do
		python_with $parser && "$python" "$here/read.py" $parser "$file" >"$readings.$parser"
	done
	node_with ical.js && node "$here/read.js" ical.js "$file" >"$readings.ical.js"
	for reading in "$readings".*; do
		[[ -f $reading ]] || continue
		first=${first_reading:=$reading}
		check "$which: events that ${reading##*readings.} finds" "$(grep -c '^BEGIN:V[ET]' "$file" | tr -d ' ')" "$(sed -n '$=' "$reading")"
		check "$which: ${first##*readings.} and ${reading##*readings.} read the same" "$(cat "$first")" "$(cat "$reading")"
	done
	case $which in
	*-all.ics | *-all-tasks.ics)
		if [[ -f $readings.icalendar ]]; then
			said=$("$python" -c 'import json, sys
for line in sys.stdin: print(json.loads(line)["texts"]["DESCRIPTION"].replace("\u00a0", " "))' <"$readings.icalendar")
			for piece in "${pieces[@]}"; do
				check_has "$which: what was written comes back" "$said" "$piece"
			done
		fi
		;;
	esac
done

# The pages as a browser holds them, or as the parser of Python does.
said=
for page in "$site"/items/*.html "$site"/index.html "$site"/index.en.html; do
	dom=$page
	if [[ -n $(command -v chromium) ]]; then
		dom=$scratch/dom
		timeout -s KILL 60 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$scratch/chromium" --dump-dom \
			"file://$page" >"$dom" 2>"$scratch/chromium.log"
	fi
	text=$(python3 "$here/pages.py" text <"$dom")
	check "hostile: no tag of others in ${page##*/}" '' "$(printf '%s\n' "$text" | grep '^STRANGE TAG')"
	said="$said $text"
done
said=${said//$'\302\240'/ }
for piece in "${pieces[@]}" 'Raad </title><script>; "x"'; do
	check_has 'hostile: the pages say what was written' "$said" "$piece"
done
check 'hostile: feeds.json is JSON' yes "$(python3 -m json.tool "$site/feeds.json" >"$scratch/answer" && echo yes)"
