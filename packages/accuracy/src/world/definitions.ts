import { ago, type KubeObject } from '@clusterworks/kube-fixtures';

const properties = {
  nodepools: {
    group: 'karpenter.sh',
    kind: 'NodePool',
    spec: ['disruption', 'limits', 'replicas', 'template', 'weight'],
    status: ['conditions', 'nodeClassObservedGeneration', 'nodes', 'resources'],
  },
  nodeclaims: {
    group: 'karpenter.sh',
    kind: 'NodeClaim',
    spec: [
      'expireAfter',
      'nodeClassRef',
      'requirements',
      'resources',
      'startupTaints',
      'taints',
      'terminationGracePeriod',
    ],
    status: [
      'allocatable',
      'capacity',
      'conditions',
      'imageID',
      'lastPodEventTime',
      'nodeName',
      'providerID',
    ],
  },
  ec2nodeclasses: {
    group: 'karpenter.k8s.aws',
    kind: 'EC2NodeClass',
    spec: [
      'amiFamily',
      'amiSelectorTerms',
      'blockDeviceMappings',
      'capacityReservationSelectorTerms',
      'connectionTracking',
      'instanceProfile',
      'ipPrefixCount',
      'kubelet',
      'metadataOptions',
      'networkInterfaces',
      'role',
      'securityGroupSelectorTerms',
      'subnetSelectorTerms',
      'tags',
      'userData',
    ],
    status: [
      'amis',
      'capacityReservations',
      'conditions',
      'instanceProfile',
      'securityGroups',
      'subnets',
    ],
  },
} as const;

function schema(names: readonly string[]) {
  return {
    type: 'object',
    properties: Object.fromEntries(names.map(name => [name, {}])),
  };
}

/** Karpenter's definitions of its objects, as far as rules read them. */
export function definitions(createdAt = ago('30d')): KubeObject[] {
  return Object.entries(properties).map(([plural, facts]) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: `${plural}.${facts.group}`,
      creationTimestamp: createdAt,
      generation: 1,
    },
    spec: {
      group: facts.group,
      scope: 'Cluster',
      names: { kind: facts.kind, plural },
      conversion: { strategy: 'None' },
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: {
            openAPIV3Schema: {
              type: 'object',
              properties: {
                spec: schema(facts.spec),
                status: schema(facts.status),
              },
            },
          },
        },
      ],
    },
    status: {
      acceptedNames: { kind: facts.kind, plural },
      storedVersions: ['v1'],
    },
  }));
}
