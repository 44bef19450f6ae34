import { awsConsoleHost } from '@clusterworks/plugin-clusters-spec';

/** The page of an instance in the EC2 console; none for odd values. */
export function ec2ConsoleUrl(
  region: string | undefined,
  instanceId: string | undefined,
): string | undefined {
  if (
    !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region ?? '') ||
    !/^i-[0-9a-f]{8,17}$/.test(instanceId ?? '')
  ) {
    return undefined;
  }
  const host = awsConsoleHost(region ?? '');
  return `https://${host}/ec2/home?region=${region}#InstanceDetails:instanceId=${instanceId}`;
}
