#!/usr/bin/env bash
# Publishes what an apply made: commits clusters/<environment>/<cluster>/status.yaml
# and the lock file of the root, and pushes them to the branch. Where the branch
# takes no push, it opens a pull request. With gone it removes the status of a
# cluster that was destroyed.
set -euo pipefail

if [ $# -lt 3 ] || [ $# -gt 4 ] || [ "${4:-gone}" != gone ]; then
  printf 'Usage: .github/scripts/publish-status.sh ENVIRONMENT CLUSTER BRANCH [gone]\n' >&2
  exit 1
fi
environment=$1
name=$2
branch=$3
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
lock="terraform/environments/$environment/$name/.terraform.lock.hcl"

git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
before=$(git rev-parse HEAD)
title="Publish the status of $name"
said="Terraform has applied \`$environment/$name\`. The portal shows the cluster as provisioned once this is merged."
if [ $# -eq 4 ]; then
  title="Remove the status of $name, which is destroyed"
  said="Terraform has destroyed \`$environment/$name\`. The portal stops reading the cluster once this is merged."
  status="clusters/$environment/$name/status.yaml"
  if [ -f "$status" ]; then
    git rm --quiet -- "$status"
    git commit --quiet --message "$title"
  fi
else
  scripts/publish-cluster-status.sh --no-push "$environment" "$name"
fi
if [ $# -eq 3 ] && [ -f "$lock" ]; then
  git add -- "$lock"
  if ! git diff --cached --quiet -- "$lock"; then
    git commit --quiet --message "Lock the providers of $name" -- "$lock"
  fi
fi
if [ "$(git rev-parse HEAD)" = "$before" ]; then
  exit 0
fi

# Other clusters publish at the same time: none touches the same file.
for attempt in 1 2 3 4 5; do
  git fetch --quiet origin "$branch"
  git rebase --quiet FETCH_HEAD
  if git push --quiet origin "HEAD:refs/heads/$branch"; then
    printf 'pushed to %s\n' "$branch"
    exit 0
  fi
  sleep "$attempt"
done

# A protected branch.
proposal="clusterworks/status-$name"
git push --quiet --force origin "HEAD:refs/heads/$proposal"
if [ "$(gh pr list --head "$proposal" --base "$branch" --state open --json number --jq length)" = 0 ]; then
  gh pr create --head "$proposal" --base "$branch" --title "$title" --body "$said"
fi
