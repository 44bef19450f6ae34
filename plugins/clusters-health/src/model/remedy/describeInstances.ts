import type { RuleRemedy } from './RuleRemedy';
import { shellCommand } from './shellCommand';

/** The `i-…` part of a provider id such as `aws:///eu-west-1a/i-0abc`. */
export function instanceIdOf(
  providerId: string | undefined,
): string | undefined {
  const id = providerId?.split('/').pop();
  return id?.startsWith('i-') ? id : undefined;
}

/**
 * Asks EC2 for the state of instances, which is available for an hour after
 * their termination.
 */
export function describeInstances(
  instance: string | undefined,
  text: string,
): RuleRemedy {
  return {
    text,
    command: shellCommand`aws ec2 describe-instances --instance-ids ${instance} --query 'Reservations[].Instances[].[InstanceId,State.Name,StateReason.Code,StateReason.Message,LaunchTime]' --output table`,
  };
}

/**
 * Asks EC2 for the state of all instances of a pool that ended within the last
 * hour.
 */
export function describeEndedInstances(pool: string, text: string): RuleRemedy {
  return {
    text,
    command: shellCommand`aws ec2 describe-instances --filters ${`Name=tag:karpenter.sh/nodepool,Values=${pool}`} Name=instance-state-name,Values=shutting-down,terminated --query 'Reservations[].Instances[].[InstanceId,LaunchTime,StateReason.Code,StateReason.Message]' --output table`,
  };
}
