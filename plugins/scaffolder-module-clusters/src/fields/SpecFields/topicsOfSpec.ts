import {
  controlPlaneLogs,
  endpointServices,
} from '@clusterworks/plugin-clusters-spec';

/** How a value is asked for. */
export type FieldKind =
  | 'switch'
  | 'text'
  | 'number'
  /** A list of words. */
  | 'words'
  /** A number, or a list of words. */
  | 'numberOrWords'
  /** What has a structure of its own is written as YAML. */
  | 'yaml';

/** One value of the spec, by its path below `spec` or below a pool. */
export interface FieldOfSpec {
  path: string;
  kind: FieldKind;
  /** Where only these values are allowed. */
  choices?: readonly string[];
}

/** Values of the spec that are shown together. */
export interface Topic<Name extends string = string> {
  name: Name;
  fields: readonly FieldOfSpec[];
}

const of =
  (kind: FieldKind) =>
  (path: string, choices?: readonly string[]): FieldOfSpec => ({
    ...{ path, kind },
    ...(choices ? { choices } : {}),
  });
const toggle = of('switch');
const text = of('text');
const number = of('number');
const words = of('words');
const yaml = of('yaml');

/** All of `spec` besides the first questions, the pools and what has an operation of its own. */
export const topicsOfSpec = [
  {
    name: 'network',
    fields: [
      of('numberOrWords')('network.zones'),
      text('network.natGateways', ['single', 'perZone']),
      toggle('network.nodesInPublicSubnets'),
      words('network.secondaryCidrs'),
      words('network.interfaceEndpoints', endpointServices),
      text('network.ipamPoolId'),
      yaml('network.existing'),
    ],
  },
  {
    name: 'access',
    fields: [
      toggle('network.endpoint.public'),
      words('network.endpoint.allowedCidrs'),
      words('network.endpoint.privateCidrs'),
      words('access.adminRoleArns'),
      text('access.portalRoleArn'),
      text('iam.permissionsBoundaryArn'),
      text('iam.roleNamePrefix'),
    ],
  },
  {
    name: 'cilium',
    fields: [
      text('cilium.encryption', ['none', 'wireguard']),
      toggle('cilium.prefixDelegation'),
      toggle('cilium.hubble'),
      text('cilium.networkPolicies', ['none', 'baseline']),
    ],
  },
  {
    name: 'mesh',
    fields: [
      toggle('cilium.clusterMesh.enabled'),
      number('cilium.clusterMesh.id'),
      words('cilium.clusterMesh.peers'),
      words('cilium.clusterMesh.peerCidrs'),
    ],
  },
  {
    name: 'nodes',
    fields: [
      words('systemNodes.instanceTypes'),
      number('systemNodes.min'),
      number('systemNodes.max'),
      yaml('systemNodes.volume'),
      text('karpenter.namespace'),
      text('karpenter.amiRelease'),
      text('karpenter.bottlerocketRelease'),
      toggle('karpenter.ownerTags'),
      yaml('karpenter.registryMirrors'),
    ],
  },
  {
    name: 'addons',
    fields: [
      ...(
        [
          'ebsCsiDriver',
          'metricsServer',
          'loadBalancerController',
          'snapshotController',
          'externalDns',
          'certManager',
        ] as const
      ).map(name => toggle(`addons.${name}.enabled`)),
      text('addons.ebsCsiDriver.kmsKeyArn'),
      words('addons.externalDns.hostedZoneIds'),
      words('addons.externalDns.domains'),
      words('addons.certManager.hostedZoneIds'),
      ...(
        [
          'coreDns',
          'podIdentityAgent',
          'ebsCsiDriver',
          'metricsServer',
          'loadBalancerController',
          'snapshotController',
          'externalDns',
          'certManager',
        ] as const
      ).map(name => text(`addons.${name}.version`)),
    ],
  },
  {
    name: 'gitops',
    fields: [toggle('gitops.argocd')],
  },
  {
    name: 'hardening',
    fields: [
      toggle('hardening.guardDuty'),
      toggle('hardening.podDisruptionBudgets'),
      words('logging.controlPlane', controlPlaneLogs),
      toggle('logging.flowLogs'),
      number('logging.retentionDays'),
      toggle('observability.serviceMonitors'),
      toggle('observability.dashboards'),
    ],
  },
  {
    name: 'versions',
    fields: [
      text('versions.kubernetes'),
      text('versions.karpenter'),
      text('versions.cilium'),
      text('versions.argocd'),
    ],
  },
  {
    name: 'account',
    fields: [text('accountId'), yaml('tags')],
  },
] as const satisfies readonly Topic[];

/** What a person may change of who a cluster belongs to. */
export const metadataFields: readonly FieldOfSpec[] = [
  text('metadata.owner'),
  text('metadata.system'),
  text('metadata.description'),
];

/** All of a pool besides what its editor always shows. */
export const poolFields: readonly FieldOfSpec[] = [
  words('architectures', ['amd64', 'arm64']),
  number('minGeneration'),
  text('amiFamily', ['al2023', 'bottlerocket']),
  text('consolidation.policy', ['WhenEmpty', 'WhenEmptyOrUnderutilized']),
  text('consolidation.after'),
  yaml('budgets'),
  text('expireAfter'),
  text('terminationGracePeriod'),
  number('weight'),
  yaml('taints'),
  yaml('labels'),
  yaml('requirements'),
  yaml('volume'),
  yaml('kubelet'),
  yaml('efa'),
];
