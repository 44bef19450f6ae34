#!/usr/bin/env bash
# Checks the form of Terraform files and scripts, as pre-commit does.
set -euo pipefail

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
terraform fmt -check -diff -recursive terraform
if command -v tflint >/dev/null 2>&1; then
  tflint --init
  tflint --recursive --config="$PWD/.tflint.hcl" --minimum-failure-severity=error
fi
find scripts .github/scripts -name '*.sh' -exec shellcheck {} +
