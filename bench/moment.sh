#!/bin/bash
# Reading moments in 10 MB and in 100 MB of text as dense as papers are, beside what else can be done with the same bytes in the same
# run. Fails below 400 MB/s when that is also below 0.4 of one table look-up a byte.
set -euo pipefail
griffie=$(realpath "${GRIFFIE:-build/griffie}")
for megabytes in ${SIZES:-10 100}; do
	"$(dirname "$griffie")/bench/moment" "$megabytes"
done
