#!/usr/bin/env bash
# Builds mtfs for use and installs it, with the Swift library inside: the machine that it runs on
# needs no Swift.
#
#   Scripts/install.sh                      installs to ~/.local
#   Scripts/install.sh --prefix /usr/local  installs to /usr/local
#   Scripts/install.sh --uninstall          removes it again
set -euo pipefail

prefix=${HOME:-/usr/local}/.local
uninstall=no

usage() {
  sed -n 's/^# \{0,1\}//; 2,7p' "$0"
}

fail() {
  echo "install.sh: $1" >&2
  exit "${2:-1}"
}

while [ $# -gt 0 ]; do
  case $1 in
    --prefix)
      [ $# -ge 2 ] && [ -n "$2" ] || fail "--prefix needs a folder, such as --prefix ~/.local" 64
      prefix=$2
      shift
      ;;
    --prefix=?*) prefix=${1#--prefix=} ;;
    --uninstall) uninstall=yes ;;
    --help | -h)
      usage
      exit 0
      ;;
    *) fail "unknown word '$1': there are --prefix DIR and --uninstall" 64 ;;
  esac
  shift
done

case $prefix in
  /*) ;;
  *) prefix=$PWD/$prefix ;;
esac
installed=$prefix/bin/mtfs

if [ "$uninstall" = yes ]; then
  [ -e "$installed" ] || fail "there is no $installed"
  rm "$installed"
  echo "removed $installed"
  exit 0
fi

command -v swift >/dev/null || fail "the build needs a Swift toolchain, 6.3 or later: https://swift.org/install"
mkdir -p "$prefix/bin" || fail "choose a folder that you may write, with --prefix DIR"
[ -w "$prefix/bin" ] || fail "$prefix/bin may not be written; choose another folder with --prefix DIR"

cd "$(dirname "$0")/.."
case $(uname) in
  Darwin) library=() ;; # Swift is part of the system there.
  *) library=(--static-swift-stdlib) ;;
esac
build=(swift build --configuration release --product mtfs ${library[@]+"${library[@]}"})
"${build[@]}" >&2
binary=$("${build[@]}" --show-bin-path)/mtfs

# Written beside the old one and then moved over it, so that there is never half a program.
new=$(mktemp "$prefix/bin/.mtfs.XXXXXX")
trap 'rm -f "$new"' EXIT
cp "$binary" "$new"
chmod 755 "$new"
"$new" --version >/dev/null || fail "what was built does not run; nothing was installed"
mv -f "$new" "$installed"

echo "installed $installed ($("$installed" --version))"
case :$PATH: in
  *:"$prefix/bin":*) ;;
  *) echo "$prefix/bin is not in your PATH; add it, or type the whole path" ;;
esac
