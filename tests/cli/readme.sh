# What README shows is what griffie prints: its commands are run in order on the sample papers, and their output is compared. Hashes are
# left out, and so is what three dots stand for.
. "${0%/*}/lib.sh"
root=$(cd "$tests/../.." && pwd)
program=$griffie
[ -e "$PWD/$program" ] && program=$PWD/$program

# The commands see the papers where `make demo` does, and write beside them.
mkdir "$scratch/tree"
ln -s "$root/tests" "$scratch/tree/tests"
cd "$scratch/tree" || exit 1

griffie() {
	$program --today 2025-06-15 "$@"
}

# Each command goes to N.command, the lines below it to N.shown; an indented block ends with the first line that is not indented.
awk -v to="$scratch/" '
	/^    \$ / { n++; print substr($0, 7) >(to n ".command"); printf "" >(to n ".shown"); inside = 1; blank = 0; next }
	/^    / && inside { while (blank) { print "" >(to n ".shown"); blank-- } print substr($0, 5) >(to n ".shown"); next }
	/^$/ && inside { blank++; next }
	{ inside = 0; blank = 0 }
' "$root/README.md"

# What a command prints without hashes; of what README leaves out, three dots, by the number of lines before and behind them.
without_hashes() {
	tr -d '\r' | sed 's/[0-9a-f]\{64\}/HASH/g'
}

n=1
while [ -e "$scratch/$n.command" ]; do
	command=$(cat "$scratch/$n.command")
	eval "$command" 2>&1 | without_hashes >"$scratch/real"
	without_hashes <"$scratch/$n.shown" >"$scratch/expected"
	if grep -qx '\.\.\.' "$scratch/expected"; then
		first=$(sed '/^\.\.\.$/,$d' "$scratch/expected" | sed -n '$=')
		last=$(sed '1,/^\.\.\.$/d' "$scratch/expected" | sed -n '$=')
		{
			head -n "${first:-0}" "$scratch/real"
			echo ...
			tail -n "${last:-0}" "$scratch/real"
		} >"$scratch/cut"
		mv "$scratch/cut" "$scratch/real"
	fi
	check "README: $command" "$(cat "$scratch/expected")" "$(cat "$scratch/real")"
	n=$((n + 1))
done
check_has 'the commands of README' "$(cat "$scratch"/*.command)" 'griffie import' 'griffie due' 'griffie show' 'griffie why' 'griffie feed' \
	'griffie verify'
finish
