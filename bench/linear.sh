#!/bin/bash
# Whether the cost of reading grows with the text and no faster, behind sample papers of several kinds: SIZES="10 100" compares 10 MB with
# 100 MB. Fails when a byte of the larger text costs three times one of the smaller.
set -euo pipefail
griffie=$(realpath "${GRIFFIE:-build/griffie}")
read -r -a sizes <<<"${SIZES:-1 10}"
"$(dirname "$griffie")/bench/linear" "${sizes[@]}" tests/papers/{07,09,13,18,21,22}-*.txt
