# What README shows is what griffie prints.
. "${0%/*}/lib.sh"
check_document README.md
check_has 'the commands of README' "$commands" 'griffie import' 'griffie due' 'griffie show' 'griffie why' 'griffie feed' 'griffie verify'
finish
