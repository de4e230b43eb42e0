#!/bin/sh
# Makes the app image, and from it the installers of the system it runs on.
#
#   installer/build.sh [image|deb|rpm|dmg]…     default: all that this system can make
#
# Needs JAVA_HOME, a JDK 25; "./dev package" finds it and installs what is missing.
# Results: installer/target/Signalbox (the image), *.deb, *.rpm or *.dmg beside it, each with its SHA-256.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
exec "${JAVA_HOME:?has to name a JDK 25}/bin/java" "-Dsignalbox.root=$here/.." "$here/Package.java" "$@"
