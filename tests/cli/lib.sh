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

finish() {
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ]
	exit
}
