#!/bin/sh
# Prepares a newer RabbitMQ than the installed one beside it, from Debian's packages and without being root: nothing of the
# system changes. Prints the folder that SIGNALBOX_RABBITMQ_HOME is to name; talks on standard error otherwise.
# Usage: rabbitmq4.sh FOLDER [SUITE]
set -eu

folder=$1
suite=${2:-trixie} # RabbitMQ 4.0.5; forky has 4.3
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
mirror=${SIGNALBOX_DEBIAN_MIRROR:-http://deb.debian.org/debian}

die() {
    printf '%s\n' "$@" >&2
    exit 1
}

mkdir -p "$folder"
folder=$(CDPATH='' cd -- "$folder" && pwd -P)/$suite
if [ -x "$folder/home/sbin/rabbitmq-server" ]; then
    echo "$folder/home"
    exit
fi
for tool in apt-get dpkg-deb; do
    command -v "$tool" >/dev/null 2>&1 ||
        die "This needs Debian or a relative of it. Elsewhere unpack a RabbitMQ, have a fitting Erlang on the path, and let" \
            "SIGNALBOX_RABBITMQ_HOME name the folder that has its sbin."
done
[ -f "$keyring" ] || die "Install debian-archive-keyring: what is downloaded is checked with it."

# An apt of its own that believes nothing is installed: so it fetches all that the server needs, the C library included.
download() {
    rm -rf "$folder"
    mkdir -p "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial" "$folder/root" "$folder/home/sbin"
    : >"$folder/apt/status"
    echo "deb [signed-by=$keyring] $mirror $suite main" >"$folder/apt/sources.list"
    cat >"$folder/apt/apt.conf" <<END
Dir::State "$folder/apt";
Dir::State::status "$folder/apt/status";
Dir::Cache "$folder/apt/cache";
Dir::Etc::sourcelist "$folder/apt/sources.list";
Dir::Etc::sourceparts "-";
Dir::Etc::preferencesparts "-";
Dir::Etc::preferences "-";
APT::Install-Recommends "false";
APT::Sandbox::User "";
Acquire::Languages "none";
END
    APT_CONFIG=$folder/apt/apt.conf
    export APT_CONFIG
    apt-get -q update
    apt-get -q -y --download-only install rabbitmq-server patchelf
    for package in "$folder"/apt/cache/archives/*.deb; do
        dpkg-deb -x "$package" "$folder/root"
    done
    rm -rf "$folder/apt/cache" "$folder/apt/lists"
}

# What Erlang is linked with is newer than this system has: it is told to take its own.
tie() {
    loader=$(find "$folder/root/usr/lib" "$folder/root/usr/lib64" -name 'ld-linux*.so*' -type f | head -n 1)
    libraries=${loader%/*}
    erlang=$folder/root/usr/lib/erlang
    find "$erlang" -type f | while IFS= read -r file; do
        [ "$(head -c 4 "$file" | od -An -c | tr -d ' ')" = 177ELF ] || continue
        patch_elf --force-rpath --set-rpath "$libraries" "$file"
        if patch_elf --print-interpreter "$file"; then patch_elf --set-interpreter "$loader" "$file"; fi
    done
    sed -i "s,/usr/lib/erlang,$erlang,g" "$erlang/bin/erl"
}

patch_elf() { "$loader" --library-path "$libraries" "$folder/root/usr/bin/patchelf" "$@" >/dev/null 2>&1; }

# Each of the server's own scripts, with that Erlang. The server comes last: with it all is there.
wrap() {
    server=$(echo "$folder"/root/usr/lib/rabbitmq/lib/rabbitmq_server-*)
    for name in rabbitmqctl rabbitmq-plugins rabbitmq-diagnostics rabbitmq-queues rabbitmq-server; do
        # shellcheck disable=SC2016 # the script that is written expands it
        printf '#!/bin/sh\nPATH=%s:$PATH exec %s "$@"\n' "$erlang/bin" "$server/sbin/$name" >"$folder/home/sbin/$name"
        chmod 755 "$folder/home/sbin/$name"
    done
}

printf 'Preparing RabbitMQ from Debian %s in %s\n' "$suite" "$folder" >&2
exec 3>&1 4>&2 >"$folder.log" 2>&1
trap 'tail -n 5 "$folder.log" >&4
printf "It could not be prepared. The whole log: %s\n" "$folder.log" >&4' EXIT
download
tie
wrap
trap - EXIT
printf 'It is %s.\n' "${server##*/}" >&4
echo "$folder/home" >&3
