# Whom a paper names to be called stays in the paper: no way out of the register shows a name, number or address of theirs.
. "${0%/*}/lib.sh"
cat >"$scratch/brief.txt" <<'PAPER'
Wethouder van Wonen

Ons kenmerk
DSO/10990999
Behandeld door: mw. J. Jansma, tel. 070-353 12 34, j.jansma@oeverdam.example
Contactpersoon
P. de Wildt
Doorkiesnummer
070 - 353 45 67

Aan de voorzitter van de gemeenteraad Den Haag
Datum 20 maart 2025
Onderwerp: Tussenbericht motie 'Bankjes langs de Vlonderkade' (RIS990101), vragen aan J. Jansma 06-12345678

Geachte leden van de raad,

De motie 'Bankjes langs de Vlonderkade' (RIS990101) is op 13 februari 2025 aangenomen. U hoort voor 1 juli 2025 van mevrouw Jansma (06-12345678) hoe het college de motie uitvoert.
Het college stuurt de raad voor 1 augustus 2025 een brief; nadere inlichtingen bij de heer P. de Wildt (070-353 45 67 of p.dewildt@oeverdam.example).
PAPER
cat >"$scratch/lijst.txt" <<'PAPER'
Lijst van toezeggingen gemeenteraad Den Haag
Stand per 1 april 2025

Nr	Toezegging	Portefeuillehouder	Status
25-011	Een brief; bel mw. Jansma (06-12345678)	Wethouder Duurkoop (070-353 12 34)	vraag P. de Wildt, tel. 353 45 67
PAPER

private='Jansma|Wildt|353 ?[14]|12345678|oeverdam\.example'
quiet() { # name text
	check "$1: nobody is named" '' "$(printf '%s\n' "$2" | grep -E "$private")"
}

run --db "$db" init
for paper in brief lijst; do
	run --db "$db" read "$scratch/$paper.txt"
	quiet "read $paper" "$out"
	run --db "$db" read --json "$scratch/$paper.txt"
	quiet "read --json $paper" "$out"
	run --db "$db" import --json "$scratch/$paper.txt"
	quiet "import $paper" "$out$err"
done
run --db "$db" read "$scratch/brief.txt"
check_has 'what stood there is said' "$out" '[telefoonnummer]' '[contactpersoon]' '[e-mailadres]'
run --db "$db" read --text "$scratch/brief.txt"
check_has 'the paper itself is whole' "$out" 'mevrouw Jansma (06-12345678)'

for command in list due quarantine doctor verify feed; do
	run --db "$db" $command
	quiet "$command" "$out$err"
	run --db "$db" $command --json
	quiet "$command --json" "$out$err"
done
for item in RIS990101 25-011; do
	run --db "$db" show "$item"
	check "show $item" 0 "$status"
	quiet "show $item" "$out"
	run --db "$db" show --json "$item"
	quiet "show --json $item" "$out"
done
run --db "$db" due --json
for uid in $(printf '%s\n' "$out" | sed -n 's/.*"uid":"\([^"]*\)".*/\1/p'); do
	run --db "$db" why "$uid"
	check_has "why $uid" "$out" '[telefoonnummer]'
	quiet "why $uid" "$out"
done
for words in Jansma Wildt 12345678; do
	run --db "$db" search "$words"
	check "search $words" '' "$out"
done
finish
