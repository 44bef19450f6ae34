import { z } from 'zod';

const text = (max: number) => z.string().max(max);

/**
 * The fields of a `eks:DescribeCluster` answer that are used, with limits on
 * their size.
 * https://docs.aws.amazon.com/eks/latest/APIReference/API_Cluster.html
 */
export const eksClusterSchema = z.object({
  name: text(100).regex(/^[0-9A-Za-z][A-Za-z0-9_-]*$/),
  arn: text(500).regex(
    /^arn:aws(-cn|-us-gov)?:eks:[a-z0-9-]+:\d{12}:cluster\/[A-Za-z0-9_-]+$/,
  ),
  status: text(50).default('UNKNOWN'),
  version: text(20).optional(),
  endpoint: text(2000).optional(),
  certificateAuthority: z
    .object({ data: text(100_000).optional() })
    .default({}),
  resourcesVpcConfig: z
    .object({
      vpcId: text(100).optional(),
      endpointPublicAccess: z.boolean().optional(),
    })
    .default({}),
  kubernetesNetworkConfig: z
    .object({ serviceIpv4Cidr: z.cidrv4().optional() })
    .default({}),
  // EKS allows 50 tags per cluster.
  tags: z.record(text(128), text(256)).default({}),
});

/** An EKS cluster as AWS describes it. */
export type EksCluster = z.infer<typeof eksClusterSchema>;
