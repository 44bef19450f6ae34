import {
  ago,
  ciliumConfig,
  ciliumOperator,
  coreDns,
  type Duration,
  leaderLeases,
  lease,
} from '@clusterworks/kube-fixtures';
import { CaseCluster, systemMachines } from '../../world';
import { fault, lookAlike } from '../Case';

/** Nodes, CoreDNS and Cilium, without Karpenter. */
function half(name: string, age: Duration): CaseCluster {
  const cluster = new CaseCluster({ name });
  systemMachines.forEach((key, zone) =>
    cluster.machine(key, { zone, pool: null, createdAt: ago(age) }),
  );
  const operator = { ...ciliumOperator(cluster.facts), createdAt: ago(age) };
  cluster.run(operator, systemMachines, { createdAt: ago(age) });
  cluster.run(
    { ...coreDns(cluster.facts), createdAt: ago(age) },
    systemMachines,
    { createdAt: ago(age) },
  );
  cluster.put(
    lease(leaderLeases.ciliumOperator, {
      holder: `${cluster.at('system-1').nodeName}-0d9f`,
      createdAt: ago(age),
      acquiredAt: ago(age),
    }),
    ciliumConfig({ cluster: cluster.facts, createdAt: ago(age) }),
  );
  for (const kind of ['nodepools', 'nodeclaims', 'ec2nodeclasses'] as const) {
    cluster.deny(kind, 'notInstalled');
  }
  for (const set of ['cilium', 'cilium-envoy']) {
    cluster.edit('DaemonSet', set, {
      metadata: { creationTimestamp: ago(age) },
    });
  }
  return cluster;
}

const later = [
  'karpenter/C9',
  'clusterworks/nodepools-created',
  'clusterworks/nodeclasses-created',
  'clusterworks/workload-runs-on-karpenter',
  'clusterworks/karpenter-pods-running',
];

/** Cilium runs, Karpenter is installed next: six minutes. */
export const karpenterComesNext = lookAlike({
  name: 'karpenter-comes-next',
  source:
    'https://karpenter.sh/docs/getting-started/getting-started-with-karpenter/',
  why: 'A cluster of six minutes: its nodes are Ready, Cilium runs, Karpenter is installed next. Nothing is broken.',
  verdictAlso: ['unknown'],
  mistakenFor: ['karpenter/C1', 'cilium/D01', 'cilium/D03'],
  neutral: later,
  build: () => half('loyalty-qa', '6m'),
});

/** The same cluster after 50 minutes: what builds it has stopped. */
export const karpenterNeverCame = fault({
  name: 'karpenter-never-came',
  source:
    'https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html',
  why: 'The pipeline stopped after Cilium: 50 minutes old, no Karpenter, no pools. Whoever waits for the cluster has to know.',
  verdict: 'degraded',
  verdictAlso: ['critical', 'unknown'],
  root: ['clusterworks/building-overdue', 'karpenter/C9'],
  rootsMax: 1,
  mistakenFor: ['karpenter/C1', 'cilium/D01', 'cilium/D03'],
  neutral: later,
  says: ['Karpenter|NodePool'],
  build: () => half('loyalty-perf', '50m'),
});
