# What AWS says about an instance before it is taken away, for Karpenter to drain it in time.

locals {
  # since: the first minor version of Karpenter 1.x that understands the event.
  interruption_events = {
    HealthEvent = {
      description = "AWS Health events"
      since       = 0
      pattern     = { source = ["aws.health"], detail-type = ["AWS Health Event"] }
    }
    SpotInterruption = {
      description = "EC2 Spot interruption warnings"
      since       = 0
      pattern     = { source = ["aws.ec2"], detail-type = ["EC2 Spot Instance Interruption Warning"] }
    }
    Rebalance = {
      description = "EC2 rebalance recommendations"
      since       = 0
      pattern     = { source = ["aws.ec2"], detail-type = ["EC2 Instance Rebalance Recommendation"] }
    }
    InstanceStateChange = {
      description = "EC2 instance state changes"
      since       = 0
      pattern     = { source = ["aws.ec2"], detail-type = ["EC2 Instance State-change Notification"] }
    }
    CapacityReservation = {
      description = "EC2 capacity reservation interruption warnings"
      since       = 10
      pattern     = { source = ["aws.ec2"], detail-type = ["EC2 Capacity Reservation Instance Interruption Warning"] }
    }
  }

  interruption_rules = merge([
    for key, cluster in var.clusters : {
      for event, rule in local.interruption_events : "${key}/${event}" => {
        cluster     = key
        name        = "${cluster.name}-karpenter-${event}"
        description = "${rule.description} for Karpenter of ${cluster.name}"
        pattern     = jsonencode(rule.pattern)
      } if local.karpenter_minor[key] >= rule.since
    }
  ]...)
}

resource "aws_sqs_queue" "karpenter" {
  for_each = var.clusters

  name                      = "${each.value.name}-karpenter"
  message_retention_seconds = 300
  sqs_managed_sse_enabled   = true
}

resource "aws_cloudwatch_event_rule" "karpenter" {
  for_each = local.interruption_rules

  name          = each.value.name
  description   = each.value.description
  event_pattern = each.value.pattern
}

resource "aws_cloudwatch_event_target" "karpenter" {
  for_each = local.interruption_rules

  rule      = aws_cloudwatch_event_rule.karpenter[each.key].name
  target_id = "karpenter-interruption-queue"
  arn       = aws_sqs_queue.karpenter[each.value.cluster].arn

  # A message that arrives before EventBridge may write is lost.
  depends_on = [aws_sqs_queue_policy.karpenter]
}

data "aws_iam_policy_document" "karpenter_queue" {
  for_each = var.clusters

  statement {
    sid       = "AllowEventRules"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.karpenter[each.key].arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [for id, rule in local.interruption_rules : aws_cloudwatch_event_rule.karpenter[id].arn if rule.cluster == each.key]
    }
  }

  statement {
    sid       = "DenyInsecureTransport"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [aws_sqs_queue.karpenter[each.key].arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sqs_queue_policy" "karpenter" {
  for_each = var.clusters

  queue_url = aws_sqs_queue.karpenter[each.key].url
  policy    = data.aws_iam_policy_document.karpenter_queue[each.key].json
}
