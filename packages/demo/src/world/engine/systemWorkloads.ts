import { Workload } from '../model/Workload';
import { WorldPlan } from '../model/WorldPlan';

/** A workload before it has ids. */
export type WorkloadPlan = Omit<
  Workload,
  'uid' | 'replicaSetUid' | 'hash' | 'createdAt' | 'generation'
>;

const everywhere = [{ operator: 'Exists' }];
const systemNodes = [{ key: 'CriticalAddonsOnly', operator: 'Exists' }];

function cilium(name: string, appName: string): Record<string, string> {
  return {
    'app.kubernetes.io/name': appName,
    'app.kubernetes.io/part-of': 'cilium',
    'k8s-app': name,
  };
}

/** What the blueprint's add-ons run in every cluster. */
export function systemWorkloads(plan: WorldPlan): {
  agent: WorkloadPlan;
  daemonSets: WorkloadPlan[];
  deployments: WorkloadPlan[];
} {
  const { versions } = plan;
  const common = {
    namespace: 'kube-system',
    priorityClassName: 'system-node-critical',
    tolerations: everywhere,
    replicas: 1,
  };
  const agent: WorkloadPlan = {
    ...common,
    kind: 'DaemonSet',
    name: 'cilium',
    labels: cilium('cilium', 'cilium-agent'),
    container: {
      name: 'cilium-agent',
      image: `quay.io/cilium/cilium:v${versions.cilium}`,
      requests: { cpu: '100m', memory: '256Mi' },
      env: {
        KUBERNETES_SERVICE_HOST: `${plan.vpcId
          .slice(4)
          .toLocaleUpperCase('en-US')}.gr7.${plan.region}.eks.amazonaws.com`,
        KUBERNETES_SERVICE_PORT: '443',
      },
    },
    hostNetwork: true,
    serviceAccountName: 'cilium',
  };
  const envoy: WorkloadPlan = {
    ...common,
    kind: 'DaemonSet',
    name: 'cilium-envoy',
    labels: cilium('cilium-envoy', 'cilium-envoy'),
    container: {
      name: 'cilium-envoy',
      image: 'quay.io/cilium/cilium-envoy:v1.34.10',
    },
    hostNetwork: true,
    serviceAccountName: 'cilium-envoy',
  };
  const identity: WorkloadPlan = {
    ...common,
    kind: 'DaemonSet',
    name: 'eks-pod-identity-agent',
    labels: { 'app.kubernetes.io/name': 'eks-pod-identity-agent' },
    container: {
      name: 'eks-pod-identity-agent',
      image: `602401143452.dkr.ecr.${plan.region}.amazonaws.com/eks/eks-pod-identity-agent:v0.1.35`,
    },
    hostNetwork: true,
  };
  return {
    agent,
    daemonSets: [envoy, identity],
    deployments: deployments(plan),
  };
}

function deployments(plan: WorldPlan): WorkloadPlan[] {
  const { versions } = plan;
  const common = {
    kind: 'Deployment' as const,
    namespace: 'kube-system',
    priorityClassName: 'system-cluster-critical',
    tolerations: systemNodes,
    replicas: 2,
  };
  const operator: WorkloadPlan = {
    ...common,
    name: 'cilium-operator',
    labels: {
      'app.kubernetes.io/name': 'cilium-operator',
      'app.kubernetes.io/part-of': 'cilium',
      'io.cilium/app': 'operator',
      name: 'cilium-operator',
    },
    container: {
      name: 'cilium-operator',
      image: `quay.io/cilium/operator-aws:v${versions.cilium}`,
    },
    hostNetwork: true,
    tolerations: everywhere,
    serviceAccountName: 'cilium-operator',
  };
  const karpenter: WorkloadPlan = {
    ...common,
    namespace: plan.karpenterNamespace,
    name: 'karpenter',
    labels: {
      'app.kubernetes.io/instance': 'karpenter',
      'app.kubernetes.io/name': 'karpenter',
    },
    container: {
      name: 'controller',
      image: `public.ecr.aws/karpenter/controller:${versions.karpenter}`,
      requests: { cpu: '500m', memory: '1Gi' },
      env: {
        CLUSTER_NAME: plan.name,
        INTERRUPTION_QUEUE: plan.interruptionQueue,
        FEATURE_GATES:
          'ReservedCapacity=true,SpotToSpotConsolidation=false,NodeRepair=false,NodeOverlay=false,StaticCapacity=false',
      },
    },
    serviceAccountName: 'karpenter',
  };
  const coredns: WorkloadPlan = {
    ...common,
    name: 'coredns',
    labels: { 'k8s-app': 'kube-dns', 'eks.amazonaws.com/component': 'coredns' },
    container: {
      name: 'coredns',
      image: `602401143452.dkr.ecr.${plan.region}.amazonaws.com/eks/coredns:v1.13.1`,
      requests: { cpu: '100m', memory: '70Mi' },
    },
    serviceAccountName: 'coredns',
  };
  const relay: WorkloadPlan = {
    ...common,
    name: 'hubble-relay',
    replicas: 1,
    labels: cilium('hubble-relay', 'hubble-relay'),
    container: {
      name: 'hubble-relay',
      image: `quay.io/cilium/hubble-relay:v${versions.cilium}`,
    },
    serviceAccountName: 'hubble-relay',
  };
  return [operator, karpenter, coredns, ...(plan.hubble ? [relay] : [])];
}
