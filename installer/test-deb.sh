#!/bin/sh
# Installs the .deb as a newcomer would, uses both faces on the demo, opens exported messages, photographs the window,
# removes the package, and fails if anything is left. Changes the system it runs on: for a throw-away machine, on which it
# also installs what it watches with. Needs root.
#
#   installer/test-deb.sh [PACKAGE]      default: what build.sh has made
#
# Results: installer/target/window.png, installer/target/exported.png
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

if ! command -v Xvfb >/dev/null || ! command -v xdotool >/dev/null || ! command -v import >/dev/null; then
    say "installing what it is watched with"
    apt-get -q update >"$here/target/test-deb.log" 2>&1
    apt-get install -q -y --no-install-recommends xvfb xdotool imagemagick >>"$here/target/test-deb.log" 2>&1 ||
        die "there is no Xvfb, xdotool or ImageMagick: see installer/target/test-deb.log"
fi

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

close_window() {
    kill "$window"
    wait "$window" || :
    window=
    await 60 none_of_ours
}

say "installing"
apt-get install -q -y --no-install-recommends "$package" >"$here/target/test-deb.log" 2>&1 || die "see installer/target/test-deb.log"
signalbox --version
entry=/usr/share/applications/signalbox-Signalbox.desktop
grep -q '^Exec=/opt/signalbox/bin/Signalbox %f$' "$entry" || die "$entry does not open files"
grep -q '^MimeType=application/vnd.signalbox.messages$' "$entry" || die "$entry is for no exported messages"
for size in 16 24 32 48 64 128 256 512; do
    [ -f "/usr/share/icons/hicolor/${size}x$size/apps/signalbox.png" ] || die "there is no icon of $size pixels"
done

say "the notices"
notices=/opt/signalbox/lib/legal/THIRD-PARTY.txt
# The run-time environment brings its own notices.
find /opt/signalbox -path /opt/signalbox/lib/runtime -prune -o -name '*.jar' -exec basename {} \; | grep -v '^signalbox-' | sort -u | while IFS= read -r jar; do
    grep -qxF "$jar" "$notices" || die "$notices says nothing of $jar"
done
sed -n 's/^  Texts: //p' "$notices" | tr ',' '\n' | sed 's/^ //' | sort -u | while IFS= read -r text; do
    [ -s "/opt/signalbox/lib/legal/texts/$text" ] || die "there is no $text"
done

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
await 60 sh -c "rm -f '$home/letters.sbk'
    signalbox dead-letters export orders-dlt --format backup --to '$home/letters.sbk' --profile demo-kafka | grep -q '[1-9]'"
close_window

say "exported messages, opened as a desktop opens them"
DISPLAY=$display /opt/signalbox/bin/Signalbox "$home/letters.sbk" >>"$here/target/test-deb.log" 2>&1 &
window=$!
await 30 window_is_there
sleep 3
DISPLAY=$display import -window root "$here/target/exported.png"
close_window

say "removing"
apt-get purge -q -y signalbox >>"$here/target/test-deb.log" 2>&1
for left in /opt/signalbox /usr/bin/signalbox /usr/share/applications/signalbox-* /usr/share/mime/packages/signalbox-* \
    /usr/share/icons/hicolor/*/apps/signalbox.png /usr/share/icons/hicolor/*/mimetypes/application-vnd.signalbox.*; do
    [ ! -e "$left" ] || die "left behind: $left"
done
say "installed, used and removed; the window: installer/target/window.png"
