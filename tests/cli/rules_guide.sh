# What the guide for rule packs shows is what griffie prints, and each pack in it passes its cases.
. "${0%/*}/lib.sh"
check_document docs/rules.md
check_has 'the commands of the guide' "$commands" 'griffie rules check' 'griffie rules test' ' rules run' ' why ' ' term '
finish
