# Help, manual page and completion name the same commands and options.
. "${0%/*}/lib.sh"
page=$tests/../../docs/griffie.1
completion=$tests/../../completions/griffie.bash

# The long options in a help text.
options_of() {
	printf '%s\n' "$1" | sed -n 's/^  \(-[a-z], \)\{0,1\}--\([a-z-]*\).*/\2/p'
}

in_page() { # option
	grep -Eq -e "Fl -$1( |\$)" "$page" && echo yes
}

in_completion() { # option
	grep -Eq -e "--$1([^a-z-]|\$)" "$completion" && echo yes
}

run --help
check 'help: exit status' 0 "$status"
check 'help: no message' '' "$err"
check_has 'help' "$out" 'usage: griffie COMMAND' 'griffie init' '--db FILE' '--json' '--today DATE' '--lang nl|en' '--body ID' \
	'--pack FILE' '--quiet' '-h, --help' '--version'
commands=$(printf '%s\n' "$out" | sed -n 's/^  \([a-z][a-z]*\)  *[a-z].*/\1/p')
check_has 'the commands' " $(echo $commands) " ' init ' ' import ' ' due ' ' list ' ' search ' ' show ' ' why ' ' feed ' ' status ' ' link ' \
	' fulfil ' ' waive ' ' move ' ' split ' ' merge ' ' read ' ' when ' ' term ' ' rules ' ' verify ' ' doctor ' ' quarantine '
run -h
check '-h is --help: exit status' 0 "$status"
everything=$out
run help
check 'help as a word: exit status' 0 "$status"
check 'help as a word' "$everything" "$out"
run --version
check '--version: exit status' 0 "$status"
check '--version: one line' 1 "$(printf '%s\n' "$out" | grep -c '^griffie [0-9][0-9.]*$')"
check_refusal 'help on what is no command' 2 "unknown command 'x'" -- help x

known=
for command in $commands; do
	run "$command" --help
	check "$command --help: exit status" 0 "$status"
	check "$command --help: no message" '' "$err"
	check_has "$command --help" "$out" "usage: griffie $command [OPTION]..."
	helped=$out
	run help "$command"
	check "help $command" "$helped" "$out"
	out=$helped
	check "$command: in the manual page" yes "$(grep -Eq "^\.(It |)Cm $command( |\$)" "$page" && echo yes)"
	check "$command: in the completion" yes "$(grep -q "^_griffie_commands=.*[' ]${command}[' ]" "$completion" && echo yes)"
	for option in $(options_of "$out"); do
		known="$known $option"
		check "$command --$option: in the manual page" yes "$(in_page "$option")"
		check "$command --$option: in the completion" yes "$(in_completion "$option")"
	done
done

for option in $(sed -n 's/.*Fl -\([a-z-]*\).*/\1/p' "$page"); do
	check_has "--$option of the manual page: in a help" " $known " " $option "
done
for command in $(sed -n "s/^_griffie_commands='\(.*\)'/\1/p" "$completion"); do
	check_has "$command of the completion: in the help" " $(echo $commands) " " $command "
done

run --db "$db" waive UID --because --help
check_has 'a value of an option asks for no help' "$err" 'griffie: '
run due --help
check_has 'due --help names its filters' "$out" '--before DATE' '--after DATE' '--overdue' '--party PARTY' '--portfolio PORTFOLIO' \
	'--kind KIND' '--state STATE'
run feed --help
check_has 'feed --help names its options' "$out" '--before DATE' '--state STATE' '--as event|todo' '-o, --output FILE' '--base-url URL'
run status --help
check_has 'status --help names its states' "$out" submitted held adopted rejected withdrawn lapsed replaced taken_over tied in_progress \
	partly_settled settlement_proposed settled not_executed dropped postponed answered received

# The language is that of --lang, else that of the locale.
run --lang nl --help
check_has 'help in Dutch' "$out" 'gebruik: griffie OPDRACHT' 'wat er nog moet komen' 'Opties van elke opdracht'
dutch=$out
LC_ALL=nl_NL.UTF-8 run --help
check 'help in the language of the locale' "$dutch" "$out"
LANG=nl_NL.UTF-8 run --lang en --help
check_has 'the language asked for goes before the locale' "$out" 'usage: griffie COMMAND'
for command in $commands; do
	run --lang nl "$command" --help
	check_has "$command --help in Dutch" "$out" "gebruik: griffie $command [OPTIE]..." 'Opties van elke opdracht:'
done
finish
