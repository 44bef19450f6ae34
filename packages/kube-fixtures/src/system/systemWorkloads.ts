import { type ClusterFacts, testCluster } from '../base/ClusterFacts';
import type { Workload } from '../workloads/Workload';

const everywhere = [{ operator: 'Exists' }];

const onEachNode = {
  kind: 'DaemonSet' as const,
  namespace: 'kube-system',
  replicas: 1,
  hostNetwork: true,
  priorityClassName: 'system-node-critical',
  tolerations: everywhere,
} satisfies Partial<Workload>;

const onSystemNodes = {
  kind: 'Deployment' as const,
  namespace: 'kube-system',
  replicas: 2,
  priorityClassName: 'system-cluster-critical',
  tolerations: [{ key: 'CriticalAddonsOnly', operator: 'Exists' }],
} satisfies Partial<Workload>;

function ciliumLabels(name: string, appName = name): Record<string, string> {
  return {
    'app.kubernetes.io/name': appName,
    'app.kubernetes.io/part-of': 'cilium',
    'k8s-app': name,
  };
}

/** Cilium's agent, a pod on each node. */
export function ciliumAgent({
  versions,
  vpcId,
  region,
}: ClusterFacts = testCluster): Workload {
  return {
    ...onEachNode,
    name: 'cilium',
    labels: ciliumLabels('cilium', 'cilium-agent'),
    serviceAccountName: 'cilium',
    container: {
      name: 'cilium-agent',
      image: `quay.io/cilium/cilium:v${versions.cilium}`,
      requests: { cpu: '100m', memory: '256Mi' },
      env: {
        KUBERNETES_SERVICE_HOST: `${vpcId
          .slice(4)
          .toLocaleUpperCase('en-US')}.gr7.${region}.eks.amazonaws.com`,
        KUBERNETES_SERVICE_PORT: '443',
      },
    },
  };
}

/** Cilium's Envoy, a pod on each node. */
export function ciliumEnvoy(): Workload {
  return {
    ...onEachNode,
    name: 'cilium-envoy',
    labels: ciliumLabels('cilium-envoy'),
    serviceAccountName: 'cilium-envoy',
    container: {
      name: 'cilium-envoy',
      image: 'quay.io/cilium/cilium-envoy:v1.34.10',
    },
  };
}

/** Cilium's operator, which hands out addresses. */
export function ciliumOperator({
  versions,
}: ClusterFacts = testCluster): Workload {
  return {
    ...onSystemNodes,
    name: 'cilium-operator',
    labels: {
      'app.kubernetes.io/name': 'cilium-operator',
      'app.kubernetes.io/part-of': 'cilium',
      'io.cilium/app': 'operator',
      name: 'cilium-operator',
    },
    hostNetwork: true,
    tolerations: everywhere,
    serviceAccountName: 'cilium-operator',
    container: {
      name: 'cilium-operator',
      image: `quay.io/cilium/operator-aws:v${versions.cilium}`,
    },
  };
}

/** Hubble's relay. */
export function hubbleRelay({
  versions,
}: ClusterFacts = testCluster): Workload {
  return {
    ...onSystemNodes,
    name: 'hubble-relay',
    replicas: 1,
    labels: ciliumLabels('hubble-relay'),
    serviceAccountName: 'hubble-relay',
    container: {
      name: 'hubble-relay',
      image: `quay.io/cilium/hubble-relay:v${versions.cilium}`,
    },
  };
}

/** Karpenter's controller. */
export function karpenterController(
  cluster: ClusterFacts = testCluster,
): Workload {
  return {
    ...onSystemNodes,
    namespace: cluster.karpenterNamespace,
    name: 'karpenter',
    labels: {
      'app.kubernetes.io/instance': 'karpenter',
      'app.kubernetes.io/name': 'karpenter',
    },
    serviceAccountName: 'karpenter',
    container: {
      name: 'controller',
      image: `public.ecr.aws/karpenter/controller:${cluster.versions.karpenter}`,
      requests: { cpu: '500m', memory: '1Gi' },
      env: {
        CLUSTER_NAME: cluster.name,
        INTERRUPTION_QUEUE: cluster.interruptionQueue,
        FEATURE_GATES:
          'ReservedCapacity=true,SpotToSpotConsolidation=false,NodeRepair=false,NodeOverlay=false,StaticCapacity=false',
      },
    },
  };
}

function eksImage({ region }: ClusterFacts, image: string): string {
  return `602401143452.dkr.ecr.${region}.amazonaws.com/eks/${image}`;
}

/** The agent that gives pods their IAM role. */
export function podIdentityAgent(
  cluster: ClusterFacts = testCluster,
): Workload {
  const name = 'eks-pod-identity-agent';
  return {
    ...onEachNode,
    name,
    labels: { 'app.kubernetes.io/name': name },
    container: { name, image: eksImage(cluster, `${name}:v0.1.35`) },
  };
}

/** The cluster's DNS. */
export function coreDns(cluster: ClusterFacts = testCluster): Workload {
  return {
    ...onSystemNodes,
    name: 'coredns',
    labels: { 'k8s-app': 'kube-dns', 'eks.amazonaws.com/component': 'coredns' },
    serviceAccountName: 'coredns',
    container: {
      name: 'coredns',
      image: eksImage(cluster, 'coredns:v1.13.1'),
      requests: { cpu: '100m', memory: '70Mi' },
    },
  };
}
