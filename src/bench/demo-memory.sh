#!/bin/sh
# The resident memory of the window while it shows the demo: once a minute, after so many minutes, and how much it grew
# over the second half. One line of JSON for each figure.
#
#   src/bench/demo-memory.sh [MINUTES]     default: 10
#
# Needs what "./dev package image" has made, and a display or Xvfb. Linux only: it reads /proc.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
image=$root/installer/target/Signalbox
minutes=${1:-10}
home=$(mktemp -d)
export SIGNALBOX_HOME="$home"
server=
window=
finish() {
    # The window ends its demo by itself when it is asked to end.
    if [ -n "$window" ]; then
        kill "$window" 2>/dev/null || :
        wait "$window" 2>/dev/null || :
        # Its demo goes a moment later.
        while pgrep -f "$home" >/dev/null; do sleep 0.5; done
    fi
    [ -z "$server" ] || kill "$server" 2>/dev/null || :
    rm -rf "$home"
}
trap finish EXIT

[ -x "$image/bin/Signalbox" ] || {
    echo "demo-memory: there is no $image; \"./dev package image\" makes it" >&2
    exit 1
}
if [ -z "${DISPLAY:-}" ]; then
    export DISPLAY=":$((90 + $$ % 900))"
    Xvfb "$DISPLAY" -screen 0 1440x900x24 >/dev/null 2>&1 &
    server=$!
    until [ -e "/tmp/.X11-unix/X${DISPLAY#:}" ]; do sleep 0.1; done
fi

"$image/bin/Signalbox" --demo >"$home/window.log" 2>&1 &
window=$!
resident() {
    kib=$(sed -n 's/^VmRSS:[[:space:]]*\([0-9]*\) kB/\1/p' "/proc/$window/status")
    echo $((kib / 1024))
}
figure() { echo "{\"bench\":\"demo-memory\",\"figure\":\"$1\",\"value\":$2,\"unit\":\"MiB\"}"; }

minute=0
half=0
while [ "$minute" -lt "$minutes" ]; do
    sleep 60
    minute=$((minute + 1))
    now=$(resident)
    figure "after $minute min" "$now"
    [ "$minute" -ne $(((minutes + 1) / 2)) ] || half=$now
done
figure "grown over the second half" $((now - half))
