import {
  allowListed,
  type ClusterCapture,
} from '@clusterworks/plugin-clusters-health';
import {
  clusterNames,
  type ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { karpenterManifests } from '../../karpenter/karpenterOverlay';
import { subnetsOf } from './describedSubnets';

const workload = (
  kind: string,
  namespace: string,
  name: string,
  image: string,
  labels: Record<string, string> = {},
) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name, namespace, labels },
  spec: { template: { spec: { containers: [{ name, image }] } } },
});

function ciliumConfig({ metadata, spec }: ResolvedClusterSpec) {
  const { cilium } = spec;
  return {
    'cluster-name': clusterNames(metadata.name).eks,
    'cluster-id': String(
      cilium.clusterMesh.enabled ? cilium.clusterMesh.id : 0,
    ),
    'enable-hubble': String(cilium.hubble),
    'enable-wireguard': String(cilium.encryption === 'wireguard'),
    'aws-enable-prefix-delegation': String(cilium.prefixDelegation),
    'cni-chaining-mode': 'none',
    'enable-ipv6': 'false',
    ipam: 'eni',
    'kube-proxy-replacement': 'true',
    'routing-mode': 'native',
  };
}

/** The NodePools and NodeClasses with what Karpenter adds. */
function karpenterObjects(resolved: ResolvedClusterSpec) {
  const { nodes } = subnetsOf(resolved);
  return karpenterManifests(resolved).map(manifest =>
    manifest.kind === 'EC2NodeClass'
      ? { ...manifest, status: { subnets: nodes.map(id => ({ id })) } }
      : manifest,
  );
}

/** A capture of a cluster that the blueprint made, as the CLI writes it. */
export function captureOf(resolved: ResolvedClusterSpec): ClusterCapture {
  const { metadata, spec } = resolved;
  const { versions, cilium, addons, hardening } = spec;
  const karpenter = karpenterObjects(resolved);
  const deployments = [
    workload(
      'Deployment',
      spec.karpenter.namespace,
      'karpenter',
      `public.ecr.aws/karpenter/controller:${versions.karpenter}`,
      { 'app.kubernetes.io/name': 'karpenter' },
    ),
    ...(cilium.clusterMesh.enabled
      ? [
          workload(
            'Deployment',
            'kube-system',
            'clustermesh-apiserver',
            `quay.io/cilium/clustermesh-apiserver:v${versions.cilium}`,
          ),
        ]
      : []),
    ...(addons.loadBalancerController.enabled
      ? [
          workload(
            'Deployment',
            'kube-system',
            'aws-load-balancer-controller',
            'public.ecr.aws/eks/aws-load-balancer-controller:v3.5.0',
          ),
        ]
      : []),
  ];
  const items: Record<string, unknown[]> = {
    'nodepools.karpenter.sh': karpenter.filter(
      ({ kind }) => kind === 'NodePool',
    ),
    'ec2nodeclasses.karpenter.k8s.aws': karpenter.filter(
      ({ kind }) => kind === 'EC2NodeClass',
    ),
    'deployments.apps': deployments,
    'daemonsets.apps': [
      workload(
        'DaemonSet',
        'kube-system',
        'cilium',
        `quay.io/cilium/cilium:v${versions.cilium}@sha256:0123`,
        { 'k8s-app': 'cilium' },
      ),
    ],
    configmaps: [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'cilium-config', namespace: 'kube-system' },
        data: ciliumConfig(resolved),
      },
    ],
    nodes: [
      {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: {
          name: 'ip-10-0-0-1',
          labels: { 'topology.kubernetes.io/zone': spec.network.zones[0] },
        },
      },
    ],
    'poddisruptionbudgets.policy': hardening.podDisruptionBudgets
      ? [
          {
            apiVersion: 'policy/v1',
            kind: 'PodDisruptionBudget',
            metadata: { name: 'cilium-operator', namespace: 'kube-system' },
          },
        ]
      : [],
  };
  return allowListed({
    apiVersion: 'clusterworks.dev/v1alpha1',
    kind: 'ClusterCapture',
    cluster: metadata.name,
    capturedAt: '2026-11-22T10:00:00.000Z',
    serverVersion: `v${versions.kubernetes}.2-eks-1a2b3c4`,
    resources: Object.entries(items).map(([resource, list]) => ({
      resource,
      state: 'ok' as const,
      items: list,
    })),
  });
}
