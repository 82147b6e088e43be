# Sourced by ./demo and ./test: what they need from Debian, and how it gets there.
# Debian 12 and 13 have all of it; docs/decisions/dependencies.md says why each.

build_packages='build-essential cmake ninja-build pkg-config capnproto libboost-dev libbz2-dev
libcapnp-dev libcli11-dev libcsv-dev libedlib-dev libexpected-dev libgumbo-dev
libicu-dev libmicrohttpd-dev librocksdb-dev libsimdjson-dev libxml2-dev libxxhash-dev
nettle-dev nlohmann-json3-dev zlib1g-dev'
# Of the page; whoever has an npm from elsewhere needs neither.
if ! command -v npm >/dev/null; then
  build_packages="$build_packages nodejs npm"
fi
test_packages='catch2 chromium graphviz libsqlite3-dev libxml2-utils python3 python3-igraph
python3-networkx python3-prov'

# install_missing PACKAGE...: installs those that are not there; asks nothing of a complete machine.
install_missing() {
  if ! command -v dpkg-query >/dev/null; then
    echo "$0: no Debian here, so nothing is installed; the build needs what these hold:" "$@" >&2
    return 0
  fi
  missing=
  for package in "$@"; do
    case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || :) in
      'install ok installed') ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -n "$missing" ] || return 0

  as_root=
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "$0: missing packages, and no sudo to install them with:$missing" >&2
      return 1
    fi
    as_root=sudo
  fi
  echo "$0: installing$missing" >&2
  $as_root apt-get update -qq
  # shellcheck disable=SC2086  # a list of words
  $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends $missing >/dev/null
}
