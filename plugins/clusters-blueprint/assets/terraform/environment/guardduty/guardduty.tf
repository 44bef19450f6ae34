# GuardDuty watches the account, so an account and region have one detector, whoever made it. The cluster only asks
# for the runtime agent, by its tag GuardDutyManaged, and says here when nothing would watch it. Where there is no
# detector at all, this lookup fails: apply terraform/bootstrap/guardduty once.

data "aws_guardduty_detector" "this" {}

check "guardduty" {
  assert {
    condition     = data.aws_guardduty_detector.this.status == "ENABLED"
    error_message = "The GuardDuty detector of this account and region is suspended."
  }

  assert {
    condition = alltrue([
      for name in ["EKS_AUDIT_LOGS", "RUNTIME_MONITORING"] :
      contains([for feature in data.aws_guardduty_detector.this.features : feature.name if feature.status == "ENABLED"], name)
    ])
    error_message = "The GuardDuty detector of this account and region does not watch EKS: enable EKS_AUDIT_LOGS and RUNTIME_MONITORING there, or apply terraform/bootstrap/guardduty once."
  }
}
