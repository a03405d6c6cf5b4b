#!/bin/bash
# What griffie serve answers in a second, of a feed of 200 KB and of 304s, against nginx with the same folder: each in turn, ROUNDS times, the best
# of each. Fails below half. Needs nginx and wrk, and says so where they are not installed.
set -euo pipefail
griffie=$(realpath "${GRIFFIE:-build/griffie}")
seconds=${SECONDS_EACH:-3} rounds=${ROUNDS:-3}
for program in nginx wrk curl; do
	command -v "$program" >/dev/null || { echo "serve: $program is not installed, nothing is measured"; exit 0; }
done
scratch=$(mktemp -d)
server= nginx=
trap 'kill $server $nginx 2>/dev/null || true; rm -rf "$scratch"' EXIT
site=$scratch/site
mkdir "$site"
{ printf 'BEGIN:VCALENDAR\r\n'; head -c 204800 /dev/zero | tr '\0' A; } >"$site/feed.ics"
as_nobody=
if [[ $(id -u) -eq 0 ]]; then
	as_nobody='setpriv --reuid=65534 --regid=65534 --clear-groups'
	cp "$griffie" "$scratch/griffie"
	griffie=$scratch/griffie
fi
chmod -R a+rX "$scratch"

# Its own defaults, as many workers as there are processors, no log.
cat >"$scratch/nginx.conf" <<END
daemon off; worker_processes auto; pid $scratch/pid; error_log $scratch/err;
events {}
http {
	access_log off; sendfile on; tcp_nopush on; types { text/calendar ics; }
	client_body_temp_path $scratch/t1; proxy_temp_path $scratch/t2; fastcgi_temp_path $scratch/t3;
	uwsgi_temp_path $scratch/t4; scgi_temp_path $scratch/t5;
	server { listen 127.0.0.1:8124; root $site; }
}
END
nginx -c "$scratch/nginx.conf" 2>"$scratch/said" &
nginx=$!
$as_nobody "$griffie" serve "$site" --port 8125 >"$scratch/out" &
server=$!
sleep 1

rate() { # port, header
	wrk -t2 -c32 -d"${seconds}s" -H "$2" "http://127.0.0.1:$1/feed.ics" | awk '/Requests\/sec/ { print int($2) }'
}
etag() { # port
	curl -sI "http://127.0.0.1:$1/feed.ics" | tr -d '\r' | sed -n 's/^ETag: //p'
}
declare -A best
for ((i = 0; i < rounds; i++)); do
	for port in 8124 8125; do
		whole=$(rate $port 'Accept: */*') unchanged=$(rate $port "If-None-Match: $(etag $port)")
		((whole > ${best[whole$port]:-0})) && best[whole$port]=$whole
		((unchanged > ${best[unchanged$port]:-0})) && best[unchanged$port]=$unchanged
	done
done
awk -v a="${best[whole8124]}" -v b="${best[whole8125]}" -v c="${best[unchanged8124]}" -v d="${best[unchanged8125]}" 'BEGIN {
	printf "200 KB: nginx %d a second, griffie serve %d; ratio %.2f (limit 0.50)\n", a, b, b / a
	printf "304: nginx %d a second, griffie serve %d; ratio %.2f (limit 0.50)\n", c, d, d / c
	exit b / a < 0.5 || d / c < 0.5
}'
