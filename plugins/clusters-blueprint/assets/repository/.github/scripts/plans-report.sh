#!/usr/bin/env bash
# Prints the plans of several roots as Markdown. Each folder of the given one
# holds what plan-root.sh wrote.
# Backticks in single quotes are Markdown here.
# shellcheck disable=SC2016
set -euo pipefail

if [ $# -ne 1 ]; then
  printf 'Usage: .github/scripts/plans-report.sh FOLDER\n' >&2
  exit 1
fi

# GitHub refuses comments above 65,536 characters.
most_bytes=60000
least_bytes=2000

# A fence that is longer than any in the text, which may hold anything.
fence_for() {
  local longest
  longest=$(grep -o '`*' "$1" | awk '{ if (length > n) n = length } END { print n + 0 }' || true)
  printf '%*s' $((longest > 2 ? longest + 1 : 3)) '' | tr ' ' '`'
}

count_of() {
  jq --arg action "$2" '[.[] | select(.actions == ($action | split(",")))] | length' "$1"
}

folders=()
for file in "$1"/*/root.json; do
  if [ -f "$file" ]; then folders+=("$(dirname -- "$file")"); fi
done
if [ ${#folders[@]} -eq 0 ]; then
  printf 'No root was planned.\n'
  exit 0
fi

printf '| root | add | change | replace | destroy |\n| --- | --- | --- | --- | --- |\n'
for folder in "${folders[@]}"; do
  root=$(jq -r '"\(.environment)/\(.name)"' "$folder/root.json")
  result=$(jq -r .result "$folder/root.json")
  changes="$folder/changes.json"
  case "$result" in
    error) printf '| `%s` | **the plan failed** | | | |\n' "$root" ;;
    unchanged) printf '| `%s` | nothing to do | | | |\n' "$root" ;;
    *)
      replace=$(($(count_of "$changes" delete,create) + $(count_of "$changes" create,delete)))
      destroy=$(count_of "$changes" delete)
      if [ "$replace" -gt 0 ]; then replace="**$replace**"; fi
      if [ "$destroy" -gt 0 ]; then destroy="**$destroy**"; fi
      printf '| `%s` | %s | %s | %s | %s |\n' "$root" "$(count_of "$changes" create)" \
        "$(count_of "$changes" update)" "$replace" "$destroy"
      ;;
  esac
done

shown=()
for folder in "${folders[@]}"; do
  if [ "$(jq -r .result "$folder/root.json")" != unchanged ]; then shown+=("$folder"); fi
done
if [ ${#shown[@]} -eq 0 ]; then exit 0; fi
share=$((most_bytes / ${#shown[@]}))
if [ "$share" -lt "$least_bytes" ]; then
  printf '\nThe plans are too many to be shown here: see the logs of the jobs.\n'
  exit 0
fi
for folder in "${shown[@]}"; do
  fence=$(fence_for "$folder/plan.txt")
  printf '\n<details><summary><code>%s</code></summary>\n\n%s\n' \
    "$(jq -r '"\(.environment)/\(.name)"' "$folder/root.json")" "$fence"
  size=$(wc -c <"$folder/plan.txt")
  if [ "$size" -gt "$share" ]; then
    printf 'The first %s bytes are left out: see the log of the job.\n' "$((size - share))"
  fi
  tail -c "$share" "$folder/plan.txt"
  printf '\n%s\n\n</details>\n' "$fence"
done
