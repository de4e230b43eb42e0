#!/bin/sh
# Makes the app image, and from it the package of the system it runs on.
#
# Needs JAVA_HOME; "./dev package" finds it and installs what is missing.
#
#   installer/build.sh            app image and .deb
#   installer/build.sh image      app image only
#
# Results: installer/target/Signalbox (the image), installer/target/*.deb
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
here=$root/installer
out=$here/target
# Of the parent pom: the first one in it. Packages know no snapshots.
version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' "$root/pom.xml" | head -n 1)
version=${version%-SNAPSHOT}
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
    (cd "$root" && "$maven" -q -B -ntp -Dstyle.color=never -DskipTests -Dspotless.check.skip -Dcheckstyle.skip package \
        -pl src/app,src/cli,embedded-demo/supervisor -am)
    # The build leaves the class path of either in a file.
    for face in app cli; do
        tr ':' '\n' <"$root/src/$face/target/classpath"
        echo
    done | sort -u | while IFS= read -r jar; do [ -z "$jar" ] || cp "$jar" "$out/jars/"; done
    cp "$root"/src/app/target/signalbox-app-*.jar "$root"/src/cli/target/signalbox-cli-*.jar "$out/jars/"
    mv "$out"/jars/javafx-*.jar "$out/modules/"
    # The jars without classifier hold nothing but a manifest.
    for jar in "$out"/modules/*.jar; do
        case $jar in *-linux*.jar | *-mac*.jar | *-win*.jar) ;; *) rm "$jar" ;; esac
    done
    rm -f "$out"/jars/*-tests.jar
    # Not among the jars: they would all end up on the console's class path.
    cp -R "$root/embedded-demo/target/home" "$out/demo"
}

# jpackage reads a file of arguments as it stands: comments are ours.
arguments() { sed '/^#/d' "$here/$1" >"$out/$1"; }

make_image() {
    say "making the app image"
    arguments image.args
    "$JAVA_HOME/bin/jpackage" "@$out/image.args" --app-version "$version" \
        --input "$out/jars" --app-content "$out/demo" --main-jar "$(basename "$(ls "$out"/jars/signalbox-app-*.jar)")" \
        --module-path "$out/modules" --icon "$root/icons/icon-512.png" \
        --add-launcher "Signalbox demo=$here/demo.properties" \
        --add-launcher "signalbox-cli=$here/command.properties" \
        --dest "$out"
}

# Opens the window once, without a display, and keeps what the JVM learns about its classes: the installed one opens in
# half the time. Nothing of it is needed to run.
make_cache() {
    say "making the start-up cache"
    settings=$(find "$out/Signalbox" -name Signalbox.cfg)
    app=$(dirname "$settings")
    java=$(find "$out/Signalbox" -path '*/bin/java' -type f)
    class_path=$(sed -n 's/^app\.classpath=//p' "$settings" | sed "s|\$APPDIR|$app|" | paste -s -d: -)
    # The flags of the launcher, one a line.
    sed -n 's/^java-options=//p' "$settings" | grep -v AOTCache | sed "s|\$APPDIR|$app|" >"$out/java.args"
    SIGNALBOX_HOME=$out/home "$java" -XX:AOTCacheOutput="$app/signalbox.aot" "@$out/java.args" \
        -Dglass.platform=Headless -Dprism.order=sw -cp "$class_path" dev.signalbox.app.Main --exit-when-shown \
        >"$out/cache.log" 2>&1 || :
    [ -s "$app/signalbox.aot" ] || die "the start-up cache could not be made: see $out/cache.log"
}

make_deb() {
    say "making the .deb"
    arguments deb.args
    # The default compressor takes minutes for a tenth of the size.
    DPKG_DEB_COMPRESSOR_TYPE=zstd "$JAVA_HOME/bin/jpackage" "@$out/deb.args" --app-version "$version" --icon "$root/icons/icon-512.png" \
        --app-image "$out/Signalbox" --resource-dir "$here/linux" --license-file "$root/LICENSE" --dest "$out"
    (cd "$out" && sha256sum ./*.deb >SHA256SUMS)
}

check_tools
collect
make_image
make_cache
[ "$wanted" = image ] || make_deb
say "done: $out"
