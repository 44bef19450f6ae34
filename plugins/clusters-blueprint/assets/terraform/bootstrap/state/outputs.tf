output "backend_config" {
  description = "What terraform init of a cluster needs: terraform output -raw backend_config > ../../backend.hcl"
  value       = <<-EOT
    bucket     = "${aws_s3_bucket.state.bucket}"
    region     = "${var.region}"
    kms_key_id = "${aws_kms_key.state.arn}"
  EOT
}
