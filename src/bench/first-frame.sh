#!/bin/sh
# How long the window takes to its first frame, from the moment before its process is started: the installed app, with
# its start-up cache, beside the same jars on a plain class path. Median of so many starts, in turns, after one of each
# that is not counted; one line of JSON for each.
#
#   src/bench/first-frame.sh [RUNS]     default: 5
#
# Needs JAVA_HOME, what "./dev package image" has made (installer/target/Signalbox), and a display or Xvfb. For figures
# that mean something the machine has to be quiet.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
image=$root/installer/target/Signalbox
runs=${1:-5}
work=$(mktemp -d)
export SIGNALBOX_HOME="$work/home"
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || :
    rm -rf "$work"
}
trap finish EXIT

[ -x "$image/bin/Signalbox" ] || {
    echo "first-frame: there is no $image; \"./dev package image\" makes it" >&2
    exit 1
}
if [ -z "${DISPLAY:-}" ]; then
    export DISPLAY=":$((90 + $$ % 900))"
    Xvfb "$DISPLAY" -screen 0 1440x900x24 >/dev/null 2>&1 &
    server=$!
    until [ -e "/tmp/.X11-unix/X${DISPLAY#:}" ]; do sleep 0.1; done
fi

# The flags of the installed app, less its cache.
settings=$(find "$image" -name Signalbox.cfg)
app=$(dirname "$settings")
sed -n 's/^java-options=//p' "$settings" | grep -v AOTCache | sed "s|\$APPDIR|$app|" >"$work/java.args"
class_path=$(find "$app" "$root/installer/target/modules" -name '*.jar' | paste -s -d: -)

# The window tells when its first frame was, by the clock that is looked at here.
# Usage: start NAME
start() {
    began=$(date +%s%3N)
    painted=$(
        case $1 in
            installed) "$image/bin/Signalbox" --exit-when-shown ;;
            plain) "$JAVA_HOME/bin/java" "@$work/java.args" -cp "$class_path" dev.signalbox.app.Main --exit-when-shown ;;
        esac 2>/dev/null | sed -n 's/^first-frame-at=//p'
    )
    [ -z "$painted" ] || echo "$((painted - began))"
}

# Usage: figure NAME WORDS
figure() {
    count=$(wc -l <"$work/$1")
    [ "$count" -eq "$runs" ] || {
        echo "first-frame: $2 told a first frame $count times in $runs runs" >&2
        exit 1
    }
    median=$(sort -n "$work/$1" | sed -n "$(((runs + 1) / 2))p")
    echo "{\"bench\":\"first-frame\",\"figure\":\"$2\",\"value\":$median,\"unit\":\"ms\",\"runs\":$runs}"
}

start installed >"$work/warm"
start plain >>"$work/warm"
run=0
while [ "$run" -lt "$runs" ]; do
    start installed >>"$work/installed"
    start plain >>"$work/plain"
    run=$((run + 1))
done
figure installed "installed app"
figure plain "plain class path"
