import { awsConsoleHost } from '@clusterworks/plugin-clusters-spec';

const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
const SUBNET = /^subnet-[0-9a-f]{8,17}$/;

function isSubnet(region: string | undefined, id: string): region is string {
  return REGION.test(region ?? '') && SUBNET.test(id);
}

/** The page of a subnet in the VPC console; none for odd values. */
export function subnetConsoleUrl(
  region: string | undefined,
  id: string,
): string | undefined {
  return isSubnet(region, id)
    ? `https://${awsConsoleHost(
        region,
      )}/vpcconsole/home?region=${region}#SubnetDetails:subnetId=${id}`
    : undefined;
}

/**
 * The command that asks EC2 how many addresses are really left, since other
 * users of a subnet are not in the Kubernetes API; none for odd values.
 */
export function describeSubnet(
  region: string | undefined,
  id: string,
): string | undefined {
  return isSubnet(region, id)
    ? `aws ec2 describe-subnets --region ${region} --subnet-ids ${id} --query 'Subnets[].AvailableIpAddressCount'`
    : undefined;
}
