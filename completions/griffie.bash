# griffie.bash: completion of griffie's commands, options and words in bash. Nothing is run: the tables below are all it knows.

_griffie_commands='init import due list search show why feed publish feeds serve add status settle refuse judge link confide fulfil waive move split merge read when term rules audit slips verify doctor quarantine'
_griffie_globals='--db --json --today --lang --body --pack --quiet --yes --help --version'
_griffie_bodies='nl/den-haag nl/gemeente nl/tweede-kamer'
_griffie_kinds='motion amendment question letter commitment other'
_griffie_states='submitted held adopted rejected withdrawn lapsed replaced taken_over tied in_progress partly_settled
	settlement_proposed settled not_executed dropped postponed answered received open'
_griffie_owed='pending overdue fulfilled waived withdrawn'
_griffie_findings='settled_while_promising settled_without_evidence question_part_unanswered answer_missing outcome_contradicts overdue
	answer_late moved_without_reason held_too_long forbidden_transition settlement_unconfirmed promise_without_date unknown_status
	date_contradicts identity_in_doubt answer_without_date promise_not_found unreadable says_confidential'
_griffie_relations='about amends replaces answers settles interim_on postpones refers_to'

_griffie_words() # words
{
	mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
}

_griffie_options() # command
{
	local filters='--before --after --overdue --party --portfolio --kind --state'
	case $1 in
		import) echo '--on' ;;
		read) echo '--text --on --explain' ;;
		due) echo "$filters" ;;
		publish) echo "--base-url --title --feed" ;;
		feeds) echo '--filters --base-url --title' ;;
		feed) echo "$filters --as --output -o --vdir --base-url" ;;
		list | search) echo '--kind --state --party' ;;
		serve) echo '--port --address --behind-proxy' ;;
		add) echo '--title --number --on --state --by --party' ;;
		status) echo '--on --part --because' ;;
		settle) echo '--by --by-rule --part --still-owed --on --because' ;;
		refuse) echo '--by --part --on --because' ;;
		judge) echo '--answered --sense --by --part --on --because' ;;
		fulfil) echo '--with --because --on' ;;
		waive) echo '--because --on' ;;
		move) echo '--to --because --on' ;;
		confide) echo '--off --because' ;;
		split | merge) echo '--because --on' ;;
		when) echo '--on --explain' ;;
		term) echo '--explain --atw --skip-recess --meeting' ;;
		rules) echo '--since' ;;
		audit) echo '--as-of --known-on --kind --party --finding --severity --csv --html' ;;
		slips) echo '--as-of --known-on --kind --party --csv' ;;
	esac
}

# Whether an option takes the next word as its value.
_griffie_takes_value() # option
{
	case $1 in
		--db | --today | --lang | --body | --pack | --on | --since | --before | --after | --party | --portfolio | --kind | \
			--state | --as | --output | -o | --base-url | --vdir | --feed | --filters | --because | --with | --to | --title | --number | --by | \
			--by-rule | --answered | --sense | --part | --port | --address | --as-of | \
			--known-on | --finding | --severity | --csv | --html) return 0 ;;
	esac
	return 1
}

_griffie_value() # option command
{
	case $1 in
		--db | --pack | --output | -o | --csv | --html) _filedir ;;
		--finding) _griffie_words "$_griffie_findings" ;;
		--severity) _griffie_words 'high medium low' ;;
		--vdir) _filedir -d ;;
		--lang) _griffie_words 'nl en' ;;
		--body) _griffie_words "$_griffie_bodies" ;;
		--kind) _griffie_words "$_griffie_kinds" ;;
		--as) _griffie_words 'event todo' ;;
		--answered) _griffie_words 'yes no' ;;
		--sense) _griffie_words 'yes partly no' ;;
		--state)
			local states=$_griffie_states
			[[ $2 == due || $2 == feed ]] && states=$_griffie_owed
			_griffie_words "$states"
			;;
	esac
}

_griffie_argument() # command number
{
	case $1:$2 in
		help:1) _griffie_words "$_griffie_commands" ;;
		import:* | read:1) _filedir ;;
		serve:1 | publish:1 | feeds:2) _filedir -d ;;
		feeds:1) _griffie_words 'list add rotate revoke' ;;
		add:1) _griffie_words "$_griffie_kinds" ;;
		status:2) _griffie_words "$_griffie_states" ;;
		link:2) _griffie_words "$_griffie_relations" ;;
		rules:1) _griffie_words 'list check test try show run' ;;
		rules:2) [[ ${words[*]} == *' show '* ]] || _filedir lua ;;
	esac
}

_griffie()
{
	local cur prev words cword split
	_init_completion -s || return

	local command='' argument=1 options=1 i
	for ((i = 1; i < cword; i++)); do
		if ((options)) && [[ ${words[i]} == -- ]]; then
			options=0
		elif ((options)) && [[ ${words[i]} == -?* ]]; then
			_griffie_takes_value "${words[i]}" && ((i++))
		elif [[ -z $command ]]; then
			command=${words[i]}
		else
			((argument++))
		fi
	done

	if ((options)) && { $split || ((i > cword)); }; then
		_griffie_value "$prev" "$command"
	elif ((options)) && [[ $cur == -* ]]; then
		_griffie_words "$(_griffie_options "$command") $_griffie_globals"
	elif [[ -z $command ]]; then
		_griffie_words "$_griffie_commands"
	else
		_griffie_argument "$command" "$argument"
	fi
} && complete -F _griffie griffie
