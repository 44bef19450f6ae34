#!/usr/bin/env bash
# Prints the roots of clusters as the matrix of a job: a JSON array with one
# object per root. Either all roots, or those that a change concerns: clusters
# whose root or overlay changed, and all clusters when files changed that they
# share.
set -euo pipefail
# Without this, a failure in $( ) of a $( ) would go unseen.
shopt -s inherit_errexit

usage() {
  cat <<'USAGE'
Usage: .github/scripts/changed-roots.sh BASE HEAD      roots that changed between two commits
       .github/scripts/changed-roots.sh --all          all roots
       .github/scripts/changed-roots.sh --provisioned  roots that have been applied
       .github/scripts/changed-roots.sh --root ENVIRONMENT/CLUSTER
       .github/scripts/changed-roots.sh --removed BASE HEAD
                                                       roots that BASE has and HEAD has not
USAGE
}

fail() {
  printf 'error: %s\n' "$1" >&2
  exit 1
}

# GitHub starts no more jobs of one matrix.
most_jobs=256

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."

# The value of an attribute of locals.tf that is a plain string.
local_value() {
  sed -n "s/^  $2 *= \"\([a-z0-9-]*\)\"\$/\1/p" "$1/locals.tf" | head -n 1
}

# Argo CD applies the overlay of a cluster that was handed over to it; of every
# other one, CI does.
is_handed_over() {
  grep -Eq '^  handed_over +[=] true$' "terraform/environments/$1/locals.tf"
}

# Whether cluster.yaml says that the cluster is being taken down.
is_draining() {
  grep -Eq '^  decommission +[=] "draining"$' "terraform/environments/$1/locals.tf"
}

# Whether the cluster was taken down, or was never built and is not wanted any
# more: planning it would offer to create it anew.
is_destroyed() {
  is_draining "$1" && [ ! -f "clusters/$1/status.yaml" ]
}

# The file that names the state bucket of a root.
backend_of() {
  local found
  found=$(sed -n 's|.*-backend-config=\.\./\.\./\.\./\(backend[-0-9]*\.hcl\)$|\1|p' "$1/backend.tf" | head -n 1)
  [[ $found =~ ^backend(-[0-9]{12})?\.hcl$ ]] || fail "$1/backend.tf does not name its backend file"
  printf '%s' "$found"
}

partition_of() {
  case "$1" in
    cn-*) printf 'aws-cn' ;;
    us-gov-*) printf 'aws-us-gov' ;;
    *) printf 'aws' ;;
  esac
}

# One object of the matrix. A root whose backend file names no account belongs
# to the account that the variable AWS_ACCOUNT_ID of the repository names.
describe() {
  local folder="terraform/environments/$1" backend region account='' overlay=true draining=false
  backend=$(backend_of "$folder")
  region=$(local_value "$folder" region)
  [ -n "$region" ] || fail "$folder/locals.tf names no region"
  if [[ $backend =~ ([0-9]{12}) ]]; then
    account=${BASH_REMATCH[1]}
  fi
  if is_handed_over "$1"; then overlay=false; fi
  if is_draining "$1"; then draining=true; fi
  jq -cn --argjson overlay "$overlay" --argjson draining "$draining" --arg environment "${1%%/*}" --arg name "${1##*/}" --arg backend "$backend" \
    --arg region "$region" --arg partition "$(partition_of "$region")" --arg account "$account" \
    '{environment: $environment, name: $name, backend: $backend, region: $region, partition: $partition, account: $account, overlay: $overlay, draining: $draining}'
}

all_roots() {
  [ -d terraform/environments ] || return 0
  find terraform/environments -mindepth 3 -maxdepth 3 -type f -name backend.tf |
    sed -e 's|^terraform/environments/||' -e 's|/backend\.tf$||' | LC_ALL=C sort
}

is_root() {
  [[ $1 =~ ^[a-z]([-a-z0-9]*[a-z0-9])?/[a-z]([-a-z0-9]*[a-z0-9])?$ ]] &&
    [ -f "terraform/environments/$1/backend.tf" ]
}

# The roots that use a file which several may use: every root for modules and
# base values, those of one account for a backend file.
users_of() {
  local root backend
  all_roots | while IFS= read -r root; do
    case "$1" in
      terraform/backend*.hcl)
        backend=$(backend_of "terraform/environments/$root")
        if [ "terraform/$backend" = "$1" ]; then
          printf '%s\n' "$root"
        fi
        ;;
      *) printf '%s\n' "$root" ;;
    esac
  done
}

changed_roots() {
  local base=$1 head=$2 path rest root
  # The first push of a branch has no commit before it, and a forced push may
  # have removed the commit.
  if ! git cat-file -e "$base^{commit}" 2>/dev/null; then
    printf 'There is no commit %s to compare with: all roots count as changed\n' "$base" >&2
    all_roots
    return
  fi
  git diff --name-only --no-renames -z "$base...$head" -- |
    while IFS= read -r -d '' path; do
      case "$path" in
        terraform/modules/* | terraform/backend*.hcl | platform/cilium/* | platform/karpenter/* | platform/addons/* | policies/*)
          users_of "$path"
          ;;
        terraform/environments/*/*/* | platform/overlays/*/*/*)
          rest=${path#*/*/}
          root=$(printf '%s' "$rest" | cut -d / -f 1,2)
          if is_root "$root"; then
            printf '%s\n' "$root"
          elif [[ $path == terraform/environments/*/backend.tf ]]; then
            printf '::warning::%s is gone from git. What Terraform made of it and has not destroyed stays in the account until terraform destroy is run with its last commit.\n' "$root" >&2
          fi
          ;;
      esac
    done | LC_ALL=C sort -u
}

# Roots without those of clusters that were taken down.
without_destroyed() {
  while IFS= read -r root; do
    [ -n "$root" ] || continue
    if is_destroyed "$root"; then
      printf '::notice::%s is being taken down and has no status: it is left out\n' "$root" >&2
    else
      printf '%s\n' "$root"
    fi
  done
}

# The roots that a commit has and another one has not. The caller must be in
# the files of the first one to describe them.
removed_roots() {
  git diff --name-only --no-renames --diff-filter=D -z "$1" "$2" -- 'terraform/environments/*/*/backend.tf' |
    while IFS= read -r -d '' path; do
      root=${path#terraform/environments/}
      root=${root%/backend.tf}
      if is_root "$root"; then printf '%s\n' "$root"; fi
    done
}

case "${1:-}" in
  --help | -h)
    usage
    exit 0
    ;;
  --all) roots=$(all_roots | without_destroyed) ;;
  --provisioned)
    roots=$(all_roots | while IFS= read -r root; do
      if [ -f "clusters/$root/status.yaml" ]; then printf '%s\n' "$root"; fi
    done)
    ;;
  --root)
    is_root "${2:-}" || fail "\"${2:-}\" is no root below terraform/environments"
    roots=$2
    ;;
  --removed)
    [ $# -eq 3 ] || fail 'two commits are needed'
    git cat-file -e "$2^{commit}" 2>/dev/null || fail "there is no commit $2"
    files=$(mktemp -d)
    trap 'git worktree remove --force "$files"' EXIT
    git worktree add --quiet --detach "$files" "$2"
    head=$(git rev-parse "$3")
    cd -- "$files"
    roots=$(removed_roots "$2" "$head")
    ;;
  *)
    if [ $# -ne 2 ]; then
      usage >&2
      fail 'two commits are needed'
    fi
    roots=$(changed_roots "$1" "$2" | without_destroyed)
    ;;
esac

matrix=
count=0
while IFS= read -r root; do
  [ -n "$root" ] || continue
  is_root "$root" || fail "terraform/environments/$root is not the folder of a cluster"
  entry=$(describe "$root")
  matrix+="$entry"$'\n'
  count=$((count + 1))
done <<<"$roots"
if [ "$count" -gt "$most_jobs" ]; then
  fail "$count roots are too many for one run: GitHub starts at most $most_jobs jobs of a matrix. Start the workflow for one root at a time"
fi
printf '%s' "$matrix" | jq -cs .
