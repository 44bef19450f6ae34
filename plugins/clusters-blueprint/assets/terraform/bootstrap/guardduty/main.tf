# The one GuardDuty detector of an account and region, applied once by whoever owns account security. Clusters never
# make one. Where an organisation administers GuardDuty, this root is not needed.

provider "aws" {
  region              = var.region
  allowed_account_ids = var.account_id == null ? null : [var.account_id]

  default_tags {
    tags = { managed-by = "terraform", purpose = "guardduty" }
  }
}

import {
  for_each = var.detector_id == null ? [] : [var.detector_id]

  to = aws_guardduty_detector.this
  id = each.value
}

resource "aws_guardduty_detector" "this" {
  enable = true

  # Another root's or team's features are not ours to end.
  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_guardduty_detector_feature" "eks" {
  # Runtime monitoring without automated agents: GuardDuty manages the agent on the clusters that ask for it with
  # the tag GuardDutyManaged, and on no other.
  for_each = toset(["EKS_AUDIT_LOGS", "RUNTIME_MONITORING"])

  detector_id = aws_guardduty_detector.this.id
  name        = each.key
  status      = "ENABLED"
}
