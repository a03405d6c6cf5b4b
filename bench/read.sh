#!/bin/bash
# Reading papers from their text: how many a second and where the time goes (bench/read.c), beside pdftotext on the same PDFs. PAPERS
# names a folder of PDFs; without it, the sample papers are read.
set -euo pipefail
griffie=$(realpath "${GRIFFIE:-build/griffie}")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if [[ -n ${PAPERS:-} ]]; then
	start=$(date +%s%N)
	n=0
	while read -r -d '' file; do
		pdftotext -enc UTF-8 -- "$file" "$scratch/$((++n)).txt" 2>/dev/null || true
	done < <(find "$PAPERS" -name '*.pdf' -print0 | sort -z)
	echo "pdftotext: $((n * 1000000000 / ($(date +%s%N) - start))) papers/s, one process"
else
	for file in tests/papers/*.txt; do
		iconv -f UTF-8 -t UTF-8 "$file" >"$scratch/${file##*/}" 2>/dev/null || iconv -f WINDOWS-1252 -t UTF-8 "$file" >"$scratch/${file##*/}"
	done
fi
"$(dirname "$griffie")/bench/read" "$scratch"/*.txt
