# What every example's `run` does first: finds the program, and a store to ask. `run [STORE]`: without
# STORE, one that is removed afterwards.
cd "$(dirname "$0")/../.."
stemma=${STEMMA:-build/stemma}

if [ $# -gt 0 ]; then
  store=$1
else
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  store=$folder/stemma.db
fi

# Prints a question as one would type it, then its answer.
ask() {
  printf '$ stemma'
  printf ' %s' "$@"
  printf '\n'
  "$stemma" --db "$store" "$@"
  echo
}
