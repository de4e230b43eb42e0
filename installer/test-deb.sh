#!/bin/sh
# Installs the .deb as a newcomer would, uses both faces on the demo, photographs the window, removes the package, and
# fails if anything is left. Changes the system it runs on: for a throw-away machine. Needs root.
#
#   installer/test-deb.sh [PACKAGE]      default: what build.sh has made
#
# Result: installer/target/window.png
set -eu

here=$(cd "$(dirname "$0")" && pwd)
package=${1:-$(ls "$here"/target/*.deb)}
display=:$((90 + $$ % 900))
home=$(mktemp -d)
export SIGNALBOX_HOME="$home"

say() { echo "test-deb: $*" >&2; }
die() {
    say "$*"
    exit 1
}

for tool in Xvfb xdotool import apt-get; do
    command -v "$tool" >/dev/null || die "$tool is missing: apt-get install xvfb xdotool imagemagick"
done

server=
window=
finish() {
    [ -z "$window" ] || kill "$window" 2>/dev/null || :
    [ -z "$server" ] || kill "$server" 2>/dev/null || :
    rm -rf "$home"
}
trap finish EXIT

# Waits up to so many seconds for a command to succeed.
await() {
    seconds=$1
    shift
    end=$(($(date +%s) + seconds))
    until "$@" >/dev/null 2>&1; do
        [ "$(date +%s)" -lt "$end" ] || die "waited $seconds s in vain for: $*"
        sleep 0.2
    done
}

# shellcheck disable=SC2009 # whole command lines, of two kinds
ours() { ps -eo args= | grep -e '^/opt/signalbox/' -e "$home/data" | grep -v grep; }
none_of_ours() { ! ours; }
window_is_there() { DISPLAY=$display xdotool search --onlyvisible --name '^Signalbox$'; }
demo_is_up() { signalbox demo state --json; }

say "installing"
apt-get install -q -y --no-install-recommends "$package" >"$here/target/test-deb.log" 2>&1 || die "see installer/target/test-deb.log"
signalbox --version

say "the command line, on the demo"
signalbox demo --duration 60s --json >"$here/target/summary.json" || die "the demo did not show what it has to: $?"
await 60 none_of_ours

say "the window, on the demo"
Xvfb "$display" -screen 0 1280x800x24 >/dev/null 2>&1 &
server=$!
await 10 test -e "/tmp/.X11-unix/X${display#:}"
DISPLAY=$display "/opt/signalbox/bin/Signalbox demo" >>"$here/target/test-deb.log" 2>&1 &
window=$!
await 30 window_is_there
await 90 demo_is_up
await 60 sh -c 'signalbox demo state --json | grep -q "\"completed\""'
DISPLAY=$display import -window root "$here/target/window.png"
kill "$window"
wait "$window" || :
window=
await 60 none_of_ours

say "removing"
apt-get purge -q -y signalbox >>"$here/target/test-deb.log" 2>&1
for left in /opt/signalbox /usr/bin/signalbox /usr/share/applications/signalbox-*; do
    [ ! -e "$left" ] || die "left behind: $left"
done
say "installed, used and removed; the window: installer/target/window.png"
