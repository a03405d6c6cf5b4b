# What is interrupted keeps what it said that it kept, and what cannot be written is said.
. "${0%/*}/lib.sh"
full=/dev/full

# ---- Ctrl-C and the end of a service ----

folder=$scratch/veel
mkdir "$folder"
i=0
while [ $i -lt 3000 ]; do
	printf 'Een brief over boom %d.\n' $i >"$folder/$i.txt"
	i=$((i + 1))
done
run --db "$db" init
# A process group of its own: the signal reaches all that it started.
setsid $griffie --db "$db" import --json "$folder" >"$scratch/out" 2>"$scratch/err" &
import=$!
while [ ! -s "$scratch/out" ] && kill -0 "$import" 2>/dev/null; do
	sleep 0.01
done
kill -TERM "-$import" 2>/dev/null
wait "$import"
check 'import, told to end: exit status' 1 "$?"
err=$(cat "$scratch/err")
done=$(printf '%s\n' "$err" | sed -n 's/.*stopped after \([0-9]*\) of 3000 files.*/\1/p')
check_has 'import, told to end: what to do' "$err" 'give the same command again'
check 'what was reported is what was read' "$done" "$(sed -n '$=' "$scratch/out")"
run --db "$db" import "$folder"
check 'import again: exit status' 0 "$status"
check_has 'import again: what was said to be in the register is there' "$out" \
	"$((3000 - ${done:-0})) papers read, ${done:-0} known already, 0 failed"

# A command that has nothing to keep ends at once.
mkfifo "$scratch/pijp"
for command in read when; do
	timeout -k 5 60 $griffie $command - <"$scratch/pijp" >"$scratch/out" 2>&1 & # which hands signals on, and waits no longer
	reading=$!
	exec 9>"$scratch/pijp"
	printf 'Een begin op 3 mei 2025\n' >&9
	sleep 0.2
	kill -TERM "$reading"
	wait "$reading"
	check "$command, told to end: by the signal" 143 "$?"
	check "$command, told to end: nothing is said" '' "$(cat "$scratch/out")"
	exec 9>&-
done

# ---- what cannot be written ----

if [ -c "$full" ]; then
	cp "$papers/02-motie-bankjes-definitief.txt" "$scratch/motie.txt"
	run --db "$db" import "$papers"/04*.txt
	for command in 'due --json' list feed 'verify --json' "import --json $scratch/motie.txt" '--help' "read $scratch/motie.txt"; do
		$griffie --db "$db" $command >"$full" 2>"$scratch/err"
		check "$command to a full disk: exit status" 1 "$?"
		check_has "$command to a full disk: message" "$(cat "$scratch/err")" 'standard output cannot be written to'
	done
fi
$griffie --db "$db" list --json 2>"$scratch/err" | sed -n '1q'
check 'a reader that leaves is no fault' '' "$(cat "$scratch/err")"

# ---- feed -o ----

cd "$scratch" || exit 1
case $griffie in /* | *' '*) ;; *) griffie=$OLDPWD/$griffie ;; esac
run --db "$db" feed
calendar=$out
run --db "$db" feed -o -
check 'feed -o -: the calendar and nothing else' "$calendar" "$out"
echo mine >cal.new
umask 022
run --db "$db" feed -o cal
check 'feed -o: told' 'wrote cal' "$out"
check 'feed -o: the calendar' "$calendar" "$(cat cal)"
check 'feed -o: readable by all' -rw-r--r-- "$(ls -l cal | cut -c 1-10)"
check 'feed -o: no other file is touched' mine "$(cat cal.new)"
chmod 640 cal
run --db "$db" feed -o cal
check 'feed -o: the rights of the file stay' -rw-r----- "$(ls -l cal | cut -c 1-10)"
ln -s cal link
run --db "$db" feed -o link
check 'feed -o: a link stays one' yes "$([ -h link ] && echo yes)"
check 'feed -o: nothing is left beside it' 'cal cal.new' "$(echo cal*)"
cat pijp >read &
run --db "$db" feed -o pijp
wait $!
check 'feed -o to a pipe: exit status' 0 "$status"
check 'feed -o to a pipe: still one' yes "$([ -p pijp ] && echo yes)"
check 'feed -o to a pipe: no file was written' '' "$out"
check 'feed -o to a pipe: the calendar' "$calendar" "$(cat read)"
check_refusal 'feed -o to a full disk' 1 "'/dev/full' cannot be written" -- --db "$db" feed -o /dev/full
check_refusal 'feed -o to a folder' 1 'cannot be written' -- --db "$db" feed -o "$folder"
cd / || exit 1
finish
