provider "aws" {
  region              = local.region
  allowed_account_ids = local.allowed_account_ids

  dynamic "assume_role" {
    for_each = var.assume_role_arn == null ? [] : [var.assume_role_arn]

    content {
      role_arn = assume_role.value
    }
  }

  default_tags {
    tags = local.tags
  }
}

# A token from the AWS CLI for every call: one that is kept in the state expires within minutes.
provider "helm" {
  kubernetes = {
    host                   = module.cluster_factory.clusters[local.name].endpoint
    cluster_ca_certificate = base64decode(module.cluster_factory.clusters[local.name].certificate_authority_data)

    exec = {
      api_version = "client.authentication.k8s.io/v1beta1"
      command     = "aws"
      args = concat(
        ["eks", "get-token", "--cluster-name", local.name, "--region", local.region],
        var.assume_role_arn == null ? [] : ["--role-arn", var.assume_role_arn],
      )
    }
  }
}
