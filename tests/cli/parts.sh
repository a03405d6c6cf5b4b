# A motion asks several things: a letter settles one, a person another, and what follows up on each goes its own way.
. "${0%/*}/lib.sh"
folder=$scratch/map
mkdir "$folder"
cat >"$folder/motie.txt" <<'END'
RIS-nummer: 990971
Uitslag stemming: aangenomen

Motie: Een bel bij de pont
Indiener: Teun Wagenvoort, SP

De raad van de gemeente Den Haag, in vergadering bijeen op 13 februari 2025,

overwegende dat de pont vaak leeg vaart,

verzoekt het college:
- voor 1 juni 2025 bij de pont een bel te hangen;
- voor 1 oktober 2025 de raad te informeren over het gebruik van de bel;
- de steiger te verlichten;

en gaat over tot de orde van de dag.

Aldus aangenomen in de openbare raadsvergadering van 13 februari 2025
END
cat >"$folder/brief.txt" <<'END'
Gemeente Den Haag

Aan de gemeenteraad

Datum

8 april 2025

Onderwerp

Voortgang motie ‘Een bel bij de pont’

Op 13 februari 2025 heeft uw raad de motie ‘Een bel bij de pont’ (RIS990971) aangenomen. De bel hangt sinds maart. Het college beschouwt hiermee onderdeel 1 van de motie als afgedaan.

Het college van burgemeester en wethouders,
de secretaris, de burgemeester,
END
run --db "$db" init
run --db "$db" import "$folder"
run --db "$db" show RIS990971
check_has 'a letter settles part 1' "$out" 'motion, partly_settled' \
	'settlement_proposed 2025-04-08; 2025-05-31: voor 1 juni 2025' 'adopted; 2025-09-30: voor 1 oktober 2025'
run --db "$db" due --json --today 2025-05-01
check 'the other is still owed' 1 "$(printf '%s\n' "$out" | grep -c 'voor 1 oktober 2025')"
check 'part 1 is owed no more' 0 "$(printf '%s\n' "$out" | grep -c 'voor 1 juni 2025')"

run --db "$db" status RIS990971 partly_settled --on 2025-04-20
check 'no part is named: exit status' 2 "$status"
check_has 'no part is named' "$err" '--part' '1 voor 1 juni 2025' '3 de steiger te verlichten'
run --db "$db" status RIS990971 partly_settled --part 2,2 --on 2025-04-20
check 'part 2 by hand, named twice: exit status' 0 "$status"
check 'a part is still open' 0 "$(printf '%s\n' "$out" | grep -c 'settles the whole')"
run --db "$db" status RIS990971 partly_settled --part 3 --on 2025-04-20
check 'part 3 on the same day: exit status' 0 "$status"
run --db "$db" status RIS990971 partly_settled --part 3 --on 2025-04-20
check_has 'the same once more' "$out$err" 'RIS990971'
run --db "$db" show --json RIS990971
check_has 'part 2 by hand' "$out" '"number":2,"verb":"verzoekt","state":"settled","settled_on":"2025-04-20"' \
	'"number":3,"verb":"verzoekt","state":"settled","settled_on":"2025-04-20"'
run --db "$db" due --json --today 2025-05-01
check 'part 2 is owed no more' 0 "$(printf '%s\n' "$out" | grep -c 'voor 1 oktober 2025')"
run --db "$db" status RIS990971 partly_settled --part 4
check 'a part that is not there: exit status' 4 "$status"
check_has 'a part that is not there' "$err" "no part '4'" 'RIS990971 asks 3 things'
run --db "$db" status RIS990971 partly_settled --part twee
check 'no number: exit status' 4 "$status"
run --db "$db" status RIS990971 settled --part 2
check 'of another state: exit status' 2 "$status"
run --db "$db" status RIS990971 partly_settled --part 3,1,2 --on 2025-04-22
check_has 'all parts by hand' "$out" "'griffie settle RIS990971' settles the whole"
run --db "$db" status RIS990971 partly_settled --part 2,
check 'a comma without a number: exit status' 4 "$status"
run --db "$db" verify
check 'verify: exit status' 0 "$status"
finish
