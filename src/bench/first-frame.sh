#!/bin/sh
# How long the window takes from the start of its process to its first frame: the installed app, with its start-up
# cache, beside the same jars on a plain class path. Median of so many starts; one line of JSON for each.
#
#   src/bench/first-frame.sh [RUNS]     default: 5
#
# Needs JAVA_HOME, what installer/build.sh has made (installer/target/Signalbox), and a display or Xvfb. For figures that
# mean something the machine has to be quiet.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
image=$root/installer/target/Signalbox
runs=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SIGNALBOX_HOME="$work/home"

[ -x "$image/bin/Signalbox" ] || {
    echo "first-frame: there is no $image; installer/build.sh makes it" >&2
    exit 1
}
if [ -n "${DISPLAY:-}" ]; then with_display=; else with_display="xvfb-run -a"; fi

# The flags of the installed app, less its cache.
settings=$(find "$image" -name Signalbox.cfg)
app=$(dirname "$settings")
sed -n 's/^java-options=//p' "$settings" | grep -v AOTCache | sed "s|\$APPDIR|$app|" >"$work/java.args"
class_path=$(find "$app" "$root/installer/target/modules" -name '*.jar' | paste -s -d: -)

measure() {
    name=$1
    shift
    : >"$work/figures"
    run=0
    while [ "$run" -lt "$runs" ]; do
        $with_display "$@" --exit-when-shown 2>/dev/null | sed -n 's/^first-frame-ms=//p' >>"$work/figures"
        run=$((run + 1))
    done
    count=$(wc -l <"$work/figures")
    [ "$count" -eq "$runs" ] || {
        echo "first-frame: $name told a first frame $count times in $runs runs" >&2
        exit 1
    }
    median=$(sort -n "$work/figures" | sed -n "$(((runs + 1) / 2))p")
    echo "{\"bench\":\"first-frame\",\"figure\":\"$name\",\"value\":$median,\"unit\":\"ms\",\"runs\":$runs}"
}

measure "installed app" "$image/bin/Signalbox"
measure "plain class path" "$JAVA_HOME/bin/java" "@$work/java.args" -cp "$class_path" dev.signalbox.app.Main
