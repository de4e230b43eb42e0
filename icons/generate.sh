#!/bin/sh
# Makes every icon from icon.svg: png in all sizes, ico for Windows, icns for macOS.
# Run it after a change of the drawing and commit what it makes.
set -eu

cd "$(dirname "$0")"

need() {
    command -v "$1" >/dev/null 2>&1 || {
        echo "$1 is missing. On Debian: apt-get install librsvg2-bin icoutils icnsutils optipng" >&2
        exit 1
    }
}
for tool in rsvg-convert icotool png2icns optipng; do need "$tool"; done

for size in 16 24 32 48 64 128 256 512; do
    rsvg-convert -w "$size" -h "$size" icon.svg -o "icon-$size.png"
    optipng -quiet -strip all "icon-$size.png"
done
icotool -c -o icon.ico icon-16.png icon-24.png icon-32.png icon-48.png icon-64.png --raw=icon-256.png
png2icns icon.icns icon-16.png icon-32.png icon-48.png icon-128.png icon-256.png icon-512.png >/dev/null
ls -l icon*
