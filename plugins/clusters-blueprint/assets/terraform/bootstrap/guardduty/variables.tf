variable "region" {
  description = "Region to watch."
  type        = string
}

variable "detector_id" {
  description = "Id of the detector that the account already has in this region (aws guardduty list-detectors). It is adopted; null makes one."
  type        = string
  default     = null
}

variable "account_id" {
  description = "Account to watch; any other one is refused. When null, the account of the caller is taken."
  type        = string
  default     = null
}
