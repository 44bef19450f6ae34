variable "region" {
  description = "Region of the state bucket."
  type        = string
}

variable "bucket" {
  description = "Name of the state bucket; S3 names are unique in the whole partition."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.bucket))
    error_message = "A bucket name has 3 to 63 lower-case letters, digits and hyphens, and starts and ends with a letter or digit."
  }
}

variable "account_id" {
  description = "Account that the bucket belongs in; any other one is refused. When null, the account of the caller is taken."
  type        = string
  default     = null
}

variable "noncurrent_version_days" {
  description = "Days to keep earlier versions of a state."
  type        = number
  default     = 365
}

variable "tags" {
  description = "Tags of everything that is made here."
  type        = map(string)
  default     = {}
}
