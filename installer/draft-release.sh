#!/bin/sh
# Drafts the release of a tag from the installers that were made of it. For the release workflow; needs gh and its token.
#
#   installer/draft-release.sh v1.2.3
set -eu

here=$(cd "$(dirname "$0")" && pwd)
tag=$1
# Of the parent pom: the first one in it.
version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' "$here/../pom.xml" | head -n 1)
[ "$tag" = "v$version" ] || {
    echo "draft-release: the tag is $tag, and the version in pom.xml $version" >&2
    exit 1
}
cd "$here/target"
sha256sum -c ./*.sha256
cat ./*.sha256 >SHA256SUMS
gh release create "$tag" --draft --verify-tag --title "Signalbox $version" --notes-file "$here/../src/docs/changelog.md" \
    ./*.deb ./*.rpm ./*.dmg ./*.msi SHA256SUMS
