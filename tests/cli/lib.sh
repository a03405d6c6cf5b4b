# lib.sh: what transcripts share. A transcript begins with `. "${0%/*}/lib.sh"` and ends with `finish`; it is run as
# `sh tests/cli/NAME.sh GRIFFIE`, or with GRIFFIE in the environment, which may be a command line (valgrind and the program).
# POSIX sh, grep and sed only. Neither clock nor locale nor zone of the machine counts, and nothing is left behind.
griffie=${1:-${GRIFFIE:-build/griffie}}
tests=${0%/*}
papers=$tests/../papers
passed=0 failed=0

unset GRIFFIE_DB LANGUAGE LC_ALL LC_MESSAGES NO_COLOR
LANG=C TZ=UTC GRIFFIE_NOW=2025-06-30T09:00:00Z
export LANG TZ GRIFFIE_NOW

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
db=$scratch/griffie.db

# Runs griffie: what it wrote is in $out and $err, its exit status in $status.
run() {
	out=$($griffie "$@" 2>"$scratch/err")
	status=$?
	err=$(cat "$scratch/err")
}

pass() {
	passed=$((passed + 1))
}

fail() { # name, what was seen
	failed=$((failed + 1))
	printf 'FAIL  %s\n%s\n' "$1" "$2"
}

check() { # name, expected, actual
	if [ "$2" = "$3" ]; then
		pass
	else
		fail "$1" "  expected: $2
  actual:   $3"
	fi
}

# Whether a text holds each of the pieces.
check_has() { # name, text, piece...
	name=$1 text=$2
	shift 2
	for piece; do
		case $text in
			*"$piece"*) pass ;;
			*) fail "$name" "  not there: $piece
  in:        $text" ;;
		esac
	done
}

# Runs griffie, which must refuse: nothing on standard output, one line on standard error that holds each of the pieces.
check_refusal() { # name, exit status, pieces up to "--", arguments
	refusal=$1 code=$2 said=
	shift 2
	pieces=$scratch/pieces
	: >"$pieces"
	while [ "$1" != -- ]; do
		printf '%s\n' "$1" >>"$pieces"
		shift
	done
	shift
	run "$@"
	check "$refusal: exit status" "$code" "$status"
	check "$refusal: standard output" '' "$out"
	check "$refusal: lines on standard error" 1 "$(printf '%s\n' "$err" | sed -n '$=')"
	while IFS= read -r said; do
		check_has "$refusal: message" "$err" "$said"
	done <"$pieces"
}

# The plain value of a key in a line of JSON: the last one of that name.
field() { # key, line
	printf '%s\n' "$2" | sed -n 's/.*"'"$1"'":"\{0,1\}\([^",}]*\)"\{0,1\}[],}].*/\1/p'
}

# What a command prints without hashes, and without the number of cases, which grows with every pack.
without_hashes() {
	tr -d '\r' | sed 's/[0-9a-f]\{64\}/HASH/g; s/ [0-9a-f]\{16\} / HASH /g; s/^[0-9]* cases passed/N cases passed/'
}

# What a document shows is what griffie prints: its commands are run in order, in a folder that has tests/ as `make demo` sees it, and
# their output is compared. Hashes are left out, and so is what three dots stand for. A block in a fence that names a file ("```lua
# name.lua") is written to that file. $commands holds the commands afterwards.
check_document() { # path from the root
	document=$1 root=$(cd "$tests/../.." && pwd) program=$griffie
	[ -e "$PWD/$program" ] && program=$PWD/$program
	mkdir "$scratch/tree"
	ln -s "$root/tests" "$scratch/tree/tests"
	cd "$scratch/tree" || exit 1
	griffie() {
		$program --today 2025-06-15 "$@"
	}

	# Each command goes to N.command, the lines below it to N.shown; an indented block ends with the first line that is not indented.
	# A file goes to N.file, its name to N.name.
	awk -v to="$scratch/" '
		/^```$/ && file { close(file); file = ""; next }
		file { print >file; next }
		/^```[a-z]+ [a-z]/ { n++; file = to n ".file"; print $2 >(to n ".name"); printf "" >file; inside = 0; next }
		/^    \$ / { n++; print substr($0, 7) >(to n ".command"); printf "" >(to n ".shown"); inside = 1; blank = 0; next }
		/^    / && inside { while (blank) { print "" >(to n ".shown"); blank-- } print substr($0, 5) >(to n ".shown"); next }
		/^$/ && inside { blank++; next }
		{ inside = 0; blank = 0 }
	' "$root/$document"

	n=1
	while [ -e "$scratch/$n.command" ] || [ -e "$scratch/$n.name" ]; do
		if [ -e "$scratch/$n.name" ]; then
			cp "$scratch/$n.file" "$(cat "$scratch/$n.name")"
		else
			check_shown "$n"
		fi
		n=$((n + 1))
	done
	commands=$(cat "$scratch"/*.command)
}

# Of what a document leaves out, three dots, only the lines before and behind them are compared.
check_shown() { # number
	command=$(cat "$scratch/$1.command")
	eval "$command" 2>&1 | without_hashes >"$scratch/real"
	without_hashes <"$scratch/$1.shown" >"$scratch/expected"
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
	check "$document: $command" "$(cat "$scratch/expected")" "$(cat "$scratch/real")"
}

finish() {
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ]
	exit
}
