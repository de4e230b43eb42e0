#!/bin/sh
# Makes the app image, and from it the package of the system it runs on.
#
#   installer/build.sh            app image and .deb
#   installer/build.sh image      app image only
#
# Results: installer/target/Signalbox (the image), installer/target/*.deb
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
here=$root/installer
out=$here/target
version=${SIGNALBOX_VERSION:-0.1.0}
wanted=${1:-deb}

say() { echo "installer: $*" >&2; }
die() {
    say "$*"
    exit 1
}

check_tools() {
    [ -n "${JAVA_HOME:-}" ] || die "JAVA_HOME is not set. It has to name a JDK 25."
    [ -x "$JAVA_HOME/bin/jpackage" ] || die "$JAVA_HOME has no jpackage. JAVA_HOME has to name a JDK 25."
    "$JAVA_HOME/bin/java" -version 2>&1 | grep -q 'version "25' || die "$JAVA_HOME is not a JDK 25."
    if [ "$wanted" = deb ]; then
        for tool in dpkg-deb fakeroot; do
            command -v "$tool" >/dev/null || die "$tool is missing: apt-get install dpkg fakeroot"
        done
    fi
    if command -v mvn >/dev/null; then maven=mvn; else maven=$root/mvnw; fi
}

# Everything the launchers have on their class path, JavaFX apart for jlink, and the demo beside it.
collect() {
    say "building"
    rm -rf "$out"
    mkdir -p "$out/jars" "$out/modules"
    (cd "$root" && "$maven" -q -B -ntp -DskipTests -Dspotless.check.skip -Dcheckstyle.skip package \
        dependency:copy-dependencies -DincludeScope=runtime -DexcludeGroupIds=dev.signalbox \
        -DoutputDirectory="$out/jars" -pl src/app,src/cli -am)
    (cd "$root" && "$maven" -q -B -ntp -DskipTests -Dspotless.check.skip -Dcheckstyle.skip package -pl embedded-demo -amd -am)
    mv "$out"/jars/javafx-*.jar "$out/modules/"
    # The jars without classifier hold nothing but a manifest.
    for jar in "$out"/modules/*.jar; do
        case $jar in *-linux*.jar | *-mac*.jar | *-win*.jar) ;; *) rm "$jar" ;; esac
    done
    for module in core kafka seata app cli; do
        cp "$root/src/$module/target/signalbox-$module"-*.jar "$out/jars/"
    done
    rm -f "$out"/jars/*-tests.jar
    cp -R "$root/embedded-demo/target/home" "$out/jars/demo"
}

# jpackage reads a file of arguments as it stands: comments are ours.
arguments() { sed '/^#/d' "$here/$1" >"$out/$1"; }

make_image() {
    say "making the app image"
    arguments image.args
    "$JAVA_HOME/bin/jpackage" "@$out/image.args" --app-version "$version" \
        --input "$out/jars" --main-jar "$(basename "$(ls "$out"/jars/signalbox-app-*.jar)")" \
        --module-path "$out/modules" --icon "$root/icons/icon-512.png" \
        --add-launcher "Signalbox demo=$here/demo.properties" \
        --add-launcher "signalbox-cli=$here/command.properties" \
        --dest "$out"
}

make_deb() {
    say "making the .deb"
    arguments deb.args
    # The default compressor takes minutes for a tenth of the size.
    DPKG_DEB_COMPRESSOR_TYPE=zstd "$JAVA_HOME/bin/jpackage" "@$out/deb.args" --app-version "$version" --name Signalbox \
        --app-image "$out/Signalbox" --resource-dir "$here/linux" --license-file "$root/LICENSE" --dest "$out"
    (cd "$out" && sha256sum ./*.deb >SHA256SUMS)
}

check_tools
collect
make_image
[ "$wanted" = image ] || make_deb
say "done: $out"
