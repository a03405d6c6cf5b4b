# A published folder is served as it lies there, by the program itself: what it refuses, what it says, how it ends. It speaks HTTP by bash, which
# can connect. Where nginx and Caddy are installed, the examples of docs/ are tried with them.
[ -n "$BASH_VERSION" ] || exec bash "$0" "$@"
. "${0%/*}/lib.sh"
docs=$(cd "$tests/../../docs" && pwd)
site=$scratch/site
mkdir -p "$site/private"
printf '<!doctype html><title>Feeds</title>\n' >"$site/index.html"
printf 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' >"$site/moties.ics"
cp "$site/moties.ics" "$site/private/3q2-7wABAgMEBQYHCAkKCw.ics"
printf '{}\n' >"$site/feeds.json"
head -c 8000000 /dev/zero | tr '\0' A >"$site/groot.ics"
touch -d 1994-11-06T08:49:37Z "$site/moties.ics"
mkdir "$scratch/leeg"

# Root is refused: whoever runs this as root goes on as nobody, who gets a program within reach.
if [ "$(id -u)" = 0 ]; then
	check_refusal 'as root' 5 'serve does not run as root' -- serve "$site"
	program=${griffie##* }
	cp "$program" "$scratch/griffie"
	cp -r "${program%/*}/locale" "$scratch" 2>/dev/null
	chmod -R a+rX "$scratch"
	griffie="setpriv --reuid=65534 --regid=65534 --clear-groups ${griffie%"$program"}$scratch/griffie"
fi
cd "$scratch" || exit 1

check_refusal 'no folder named' 2 DIR -- serve
check_refusal 'no such folder' 3 "the folder 'niets' cannot be opened" -- serve niets
check_refusal 'nothing published' 4 "nothing in 'leeg' was published" -- serve leeg
check_refusal 'a public address' 5 "'0.0.0.0' is a public address" --behind-proxy -- serve site --address 0.0.0.0
check_refusal 'a name' 2 "'localhost' is no address" -- serve site --address localhost
for port in 65536 -1 x 80x '' 123456; do
	check_refusal "port '$port'" 2 "'$port' is no port" -- serve site "--port=$port"
done
check_refusal 'in Dutch' 5 "'::' is een openbaar adres" -- --lang nl serve site --address ::

# ---- the client ----

start() { # arguments
	: >"$scratch/out"
	$griffie serve site --port 0 "$@" >"$scratch/out" 2>"$scratch/err" &
	server=$!
	while [ ! -s "$scratch/out" ] && kill -0 "$server" 2>/dev/null; do
		sleep 0.02
	done
	port=$(sed -n 's/.*127\.0\.0\.1:\([0-9]*\).*/\1/p' "$scratch/out")
}

end() {
	kill -TERM "$server"
	wait "$server"
	status=$?
}
trap 'kill $server $others 2>/dev/null; rm -rf "$scratch"' EXIT

request() { # port, method, path, further headers
	exec 3<>"/dev/tcp/127.0.0.1/$1" || return
	printf '%s %s HTTP/1.1\r\nHost: %s\r\n%bConnection: close\r\n\r\n' "$2" "$3" "${host:-localhost}" "$4" >&3
	timeout 20 tr -d '\0\r' <&3
	exec 3<&- 3>&-
}

status_of() { # port, method, path, further headers
	request "$@" | sed -n '1s/HTTP[^ ]* \([0-9]*\).*/\1/p'
}

# ---- what is served ----

start --db "$db"
check 'what it says' "serving site at http://127.0.0.1:$port/
Ctrl-C ends it" "$(cat "$scratch/out")"
answer=$(request "$port" GET /moties.ics)
check_has 'a calendar' "$answer" 'HTTP/1.1 200 OK' 'Content-Type: text/calendar; charset=utf-8' \
	'Content-Disposition: inline; filename="moties.ics"' 'Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT' 'Content-Length: 32' \
	'Cache-Control: public, max-age=900' 'X-Content-Type-Options: nosniff' 'Referrer-Policy: no-referrer' 'END:VCALENDAR'
etag=$(printf '%s\n' "$answer" | sed -n 's/^ETag: //p')
check 'the ETag is the SHA-256' "\"$(sha256sum <"$site/moties.ics" | cut -c 1-64)\"" "$etag"
check 'unchanged' 304 "$(status_of "$port" GET /moties.ics "If-None-Match: $etag\\r\\n")"
check 'the page' 200 "$(status_of "$port" GET /)"
check 'what is not there' 404 "$(status_of "$port" GET /../../../etc/passwd)"
check_has 'a post' "$(request "$port" POST /moties.ics)" 'HTTP/1.1 405' 'Allow: GET, HEAD'
check_has 'a secret address' "$(request "$port" HEAD /private/3q2-7wABAgMEBQYHCAkKCw.ics)" 'HTTP/1.1 200' 'Cache-Control: private'
: >"$site/leeg.ics"
check_has 'trouble' "$(request "$port" GET /leeg.ics)" 'HTTP/1.1 503' 'Retry-After: 300'
for i in $(seq 100); do
	grep -q '^griffie: ' "$scratch/err" && break
	sleep 0.05
done
check 'trouble is told, and no request' "griffie: 'leeg.ics' cannot be read: Input/output error" \
	"$(sed '/^--[0-9]*--/d' "$scratch/err")" # lines of valgrind
rm "$site/leeg.ics"
check 'the register is not made' '' "$(ls "$db" 2>/dev/null)"

# A byte every two seconds, ten times at once: closed within ten seconds, and nobody waits for them.
begun=$(date +%s)
slow=
for i in 1 2 3 4 5 6 7 8 9 10; do
	(
		exec 3<>"/dev/tcp/127.0.0.1/$port"
		for byte in G E T ' ' / ' ' H T T P; do
			printf '%s' "$byte" >&3 2>/dev/null || break
			read -r -t 2 _ <&3
			[ $? -gt 128 ] || break # the other side has ended it
		done
	) &
	slow="$slow $!"
done
sleep 1
check 'beside slow ones' 200 "$(status_of "$port" GET /moties.ics)"
wait $slow
took=$(($(date +%s) - begun))
check 'slow ones are closed' yes "$([ "$took" -le 10 ] && echo yes || echo "after $took s")"

# Told to end while somebody is still taking a file: it arrives.
exec 4<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /groot.ics HTTP/1.0\r\n\r\n' >&4
read -r -t 20 first <&4
check 'it ends when all was sent: it has begun' 'HTTP/1.1 200 OK' "$(printf '%s' "$first" | tr -d '\r')"
kill -TERM "$server"
sleep 1
check 'it ends when all was sent: nobody else is taken' '' "$(status_of "$port" GET / 2>/dev/null)"
check 'it ends when all was sent: all arrives' 8000000 "$(timeout 20 cat <&4 | tr -dc A | wc -c | tr -d ' ')"
exec 4<&- 4>&-
wait "$server"
check 'told to end: exit status' 0 "$?"

start --json --behind-proxy
check '--json' "{\"folder\":\"site\",\"url\":\"http://127.0.0.1:$port/\",\"port\":$port}" "$(cat "$scratch/out")"
check '--json: served' 200 "$(status_of "$port" GET /feeds.json)"

# ---- the examples of docs/, on ports of their own and without certificates ----

serve_port=$port files_port=$((20000 + $$ % 20000)) proxy_port=$((20001 + $$ % 20000))

wait_for() { # port
	for i in $(seq 100); do
		(exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
		sleep 0.05
	done
}

try_example() { # name
	wait_for "$files_port"
	wait_for "$proxy_port"
	for way in "$files_port feeds.example.org" "$proxy_port bureau.example.org"; do
		set -- "$1" ${way% *}
		host=${way#* }
		answer=$(request "$2" GET /moties.ics)
		check_has "$1, $host: a calendar" "$answer" '200 OK' 'Content-Type: text/calendar; charset=utf-8' END:VCALENDAR \
			'Cache-Control: public, max-age=900' 'X-Content-Type-Options: nosniff' 'X-Frame-Options: DENY' 'Referrer-Policy: no-referrer' \
			"Content-Security-Policy: default-src 'none'" 'Strict-Transport-Security: max-age=31536000' 'Last-Modified: Sun, 06 Nov 1994'
		etag=$(printf '%s\n' "$answer" | sed -n 's/^E[Tt]ag: //p')
		check "$1, $host: one of each header" '' "$(printf '%s\n' "$answer" | sed -n 's/^\([A-Z][A-Za-z-]*\): .*/\1/p' | sort | uniq -d)"
		check "$1, $host: unchanged" 304 "$(status_of "$2" GET /moties.ics "If-None-Match: $etag\\r\\n")"
		check_has "$1, $host: the page" "$(request "$2" GET /)" '200 OK' 'Content-Type: text/html; charset=utf-8'
		check_has "$1, $host: secret" "$(request "$2" GET /private/3q2-7wABAgMEBQYHCAkKCw.ics)" '200 OK' 'Cache-Control: private, max-age=900' \
			'X-Robots-Tag: noindex'
		check_has "$1, $host: a post" "$(request "$2" POST /moties.ics)" ' 405 ' 'Allow: GET, HEAD' 'X-Content-Type-Options: nosniff'
		for path in /private/AAAAAAAAAAAAAAAAAAAAAA.ics /private /private/ /.hidden.ics /moties.ics/; do
			check "$1, $host: $path" 404 "$(status_of "$2" GET "$path")"
		done
	done
	host=
}

printf 'BEGIN:VCALENDAR\r\n' >"$site/.hidden.ics"
chmod -R a+rX "$scratch"
if command -v nginx >/dev/null; then
	{
		echo "daemon off; worker_processes 1; pid $scratch/nginx.pid; error_log $scratch/nginx.err;"
		echo "events {} http { client_body_temp_path $scratch/t1; proxy_temp_path $scratch/t2; fastcgi_temp_path $scratch/t3;"
		echo "uwsgi_temp_path $scratch/t4; scgi_temp_path $scratch/t5;"
		awk -v RS= -v ORS='\n\n' -v files="$files_port" -v proxy="$proxy_port" '
			/listen 80;/ { next }
			{ gsub(/443 ssl http2/, "127.0.0.1:" (/bureau/ ? proxy : files)); print }' "$docs/nginx.conf" |
			sed "s|/var/lib/griffie/site|$site|; s|127.0.0.1:8080|127.0.0.1:$serve_port|; /listen \[::\]/d; /ssl_cert/d"
		echo "}"
	} >"$scratch/nginx.conf"
	nginx -c "$scratch/nginx.conf" 2>"$scratch/nginx.said" &
	others=$!
	try_example nginx
	end
	check_has 'nginx: the server behind it is gone' "$(host=bureau.example.org request "$proxy_port" GET /moties.ics)" ' 503 ' 'Retry-After: 300'
	kill "$others"
	wait "$others"
	start --behind-proxy
	serve_port=$port
else
	echo 'nginx is not installed: its example is not tried'
fi
if command -v caddy >/dev/null; then
	{
		printf '{\n\tadmin off\n\tauto_https off\n}\n'
		sed "s|^feeds.example.org {|http://feeds.example.org:$files_port {|; s|^bureau.example.org {|http://bureau.example.org:$proxy_port {|
			s|/var/lib/griffie/site|$site|; s|127.0.0.1:8080|127.0.0.1:$serve_port|" "$docs/Caddyfile"
	} >"$scratch/Caddyfile"
	HOME=$scratch caddy run --config "$scratch/Caddyfile" --adapter caddyfile 2>"$scratch/caddy.err" &
	others=$!
	try_example Caddy
	end
	check_has 'Caddy: the server behind it is gone' "$(host=bureau.example.org request "$proxy_port" GET /moties.ics)" ' 503 ' 'Retry-After: 300'
	kill "$others"
	wait "$others"
else
	echo 'Caddy is not installed: its example is not tried'
	end
fi
finish
