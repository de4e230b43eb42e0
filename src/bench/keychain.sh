#!/bin/sh
# Tries the keychain of a Linux desktop for real: a secret of an imported file goes into it, the profile only refers to it,
# and the next command finds it there. Prints one line for each, and fails with the first that does not hold.
#
#   src/bench/keychain.sh
#
# Needs what "./dev package image" has made, dbus-run-session and gnome-keyring-daemon (Debian: dbus, gnome-keyring).
# The keychain is one of its own in a temporary folder; that of the user is not touched.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
console=${SIGNALBOX:-$root/installer/target/Signalbox/bin/signalbox-cli}
[ -x "$console" ] || {
    echo "First: ./dev package image" >&2
    exit 2
}
if [ -z "${SIGNALBOX_KEYCHAIN_SESSION:-}" ]; then
    home=$(mktemp -d)
    trap 'rm -rf "$home"' EXIT
    export HOME="$home" XDG_DATA_HOME="$home/data" XDG_RUNTIME_DIR="$home" SIGNALBOX_HOME="$home/signalbox"
    export SIGNALBOX_KEYCHAIN_SESSION=1 SIGNALBOX="$console"
    dbus-run-session -- "$0"
    exit
fi

mkdir -p "$XDG_DATA_HOME"
printf 'the password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
cat >"$HOME/kcat.conf" <<'CONF'
bootstrap.servers=127.0.0.1:1
security.protocol=SASL_PLAINTEXT
sasl.mechanism=PLAIN
sasl.username=shop
sasl.password=pl4nted-Secret
CONF

"$console" profiles import "$HOME/kcat.conf" --environment TEST
grep -q '${keychain:kcat/sasl.jaas.config}' "$(find "$SIGNALBOX_HOME" -name profiles.json)"
echo "the profile refers to the keychain"
rm "$HOME/kcat.conf"
! grep -rq pl4nted-Secret "$HOME"
echo "the secret is in no file"
# The broker is not there; a secret that is not found would be told instead.
said=$("$console" snapshot --profile kcat --timeout 20s 2>&1 || :)
case $said in
*keychain*) echo "the secret was not found: $said" >&2; exit 1 ;;
*127.0.0.1:1*) echo "the secret was found" ;;
*) echo "$said" >&2; exit 1 ;;
esac
