# A PostgreSQL of the tests' own: made, started, and thrown away when standard input closes, that is when the process that
# started it ends in whatever way. Prints its folder once it accepts connections; the folder is also the socket's.
set -u
trap '' INT HUP
bin=$1
folder=$(mktemp -d /tmp/rundfrage-postgres.XXXXXX) || exit 1
cd "$folder" || exit 1
say() { printf 'failed: %s\n' "$*"; }

"$bin/initdb" --pgdata=data --username=postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync >log 2>&1 &&
    "$bin/pg_ctl" --pgdata=data --log=log --wait --silent start --options="\
        -c listen_addresses= -c unix_socket_directories=$folder -c max_connections=500 -c shared_buffers=64MB \
        -c fsync=${2:-off} -c full_page_writes=${2:-off} -c max_wal_size=4GB" >>log 2>&1
if [ $? -eq 0 ]; then
    printf '%s\n' "$folder"
    cat >/dev/null
    "$bin/pg_ctl" --pgdata=data --mode=immediate --silent stop >>log 2>&1
else
    say "$(tail -n 3 log | tr '\n' ' ')"
fi
cd / && rm -rf "$folder"
