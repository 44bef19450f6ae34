/** A subnet of the nodes. */
export interface Subnet {
  id: string;
  zone: string;
  zoneId: string;
  cidr: string;
}

/** Facts that all objects of one cluster share. */
export interface ClusterFacts {
  name: string;
  region: string;
  vpcId: string;
  vpcCidr: string;
  securityGroup: string;
  subnets: Subnet[];
  versions: { kubernetes: string; karpenter: string; cilium: string };
  karpenterNamespace: string;
  interruptionQueue: string;
  prefixDelegation: boolean;
  hubble: boolean;
  wireguard: boolean;
}

/** The cluster that objects belong to unless a test names another. */
export const testCluster: ClusterFacts = {
  name: 'payments-prod',
  region: 'eu-west-1',
  vpcId: 'vpc-0c1d2e3f4a5b6c7d8',
  vpcCidr: '10.0.0.0/16',
  securityGroup: 'sg-0a1b2c3d4e5f6a7b8',
  subnets: [
    {
      id: 'subnet-a',
      zone: 'eu-west-1a',
      zoneId: 'euw1-az1',
      cidr: '10.0.0.0/19',
    },
    {
      id: 'subnet-b',
      zone: 'eu-west-1b',
      zoneId: 'euw1-az2',
      cidr: '10.0.32.0/19',
    },
  ],
  versions: { kubernetes: '1.35', karpenter: '1.14.3', cilium: '1.19.9' },
  karpenterNamespace: 'kube-system',
  interruptionQueue: 'payments-prod',
  prefixDelegation: false,
  hubble: false,
  wireguard: false,
};
