import { ago } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** Addresses are assigned on an interface that the instance does not have. */
export const poolNamesDetachedInterface = fault({
  name: 'pool-names-detached-interface',
  source: 'https://github.com/cilium/cilium/issues/19313',
  why: 'An administrator detached the second interface of an instance. The addresses in spec.ipam.pool of its CiliumNode still name it, status.eni.enis does not. Every new pod that gets such an address has no network; nobody has noticed yet. The operator writes interfaces and addresses one after the other: one look cannot tell it from the middle of that, a second look can.',
  verdict: 'critical',
  verdictAlso: ['degraded', 'healthy'],
  unknownInstead: ['cilium/D10'],
  root: ['cilium/D10'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D12', 'cilium/D13'],
  says: ['eni-0dead0000beef0001', 'interface'],
  firstRemedyNot: ['delete'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.at('general-3');
    const [own] = machine.enis();
    const pool = Object.fromEntries(
      own.addresses
        .slice(-6)
        .map(address => [address, { resource: 'eni-0dead0000beef0001' }]),
    );
    cluster.edit('CiliumNode', machine.nodeName, { spec: { ipam: { pool } } });
    return cluster;
  },
});

/** Two NodeClaims stand for one instance. */
export const twoClaimsOfOneInstance = fault({
  name: 'two-claims-of-one-instance',
  source: 'https://github.com/kubernetes-sigs/karpenter/issues/1448',
  why: 'A backup was restored into the cluster: beside the NodeClaim of a node there is a copy of another name with the same providerID. Karpenter can no longer end that node properly.',
  verdict: 'degraded',
  root: ['karpenter/L13'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L2', 'karpenter/L6', 'clusterworks/node-not-ready'],
  says: ['one instance|same instance|stand for'],
  remedyNot: ['delete nodeclaim'],
  build: () => {
    const cluster = standardCluster();
    const original = cluster.at('general-2');
    const copy = cluster.machine('general-7', { createdAt: ago('6h') });
    cluster.remove('Node', copy.nodeName);
    cluster.remove('CiliumNode', copy.nodeName);
    cluster.remove('Pod', ({ spec }) =>
      Boolean((spec as { nodeName?: string })?.nodeName === copy.nodeName),
    );
    for (const name of ['cilium', 'cilium-envoy']) {
      cluster.edit('DaemonSet', name, {
        status: {
          desiredNumberScheduled: 6,
          currentNumberScheduled: 6,
          numberReady: 6,
          updatedNumberScheduled: 6,
          numberAvailable: 6,
        },
      });
    }
    cluster.edit('NodeClaim', copy.claimName, {
      status: {
        nodeName: original.nodeName,
        providerID: `aws:///eu-west-1b/${original.instance.id}`,
      },
    });
    return cluster;
  },
});
