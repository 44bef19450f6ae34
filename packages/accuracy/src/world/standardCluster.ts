import {
  ago,
  ciliumConfig,
  ciliumOperator,
  type ClusterFacts,
  coreDns,
  disruptionBudget,
  karpenterController,
  karpenterEvent,
  lease,
  leaderLeases,
  nodeClass,
  nodePool,
  service,
} from '@clusterworks/kube-fixtures';
import { CaseCluster } from './CaseCluster';
import { definitions } from './definitions';

/** Services that all cases have; their pods run on the pool `general`. */
export const shopServices = {
  checkout: service('checkout', 'shop'),
  catalogue: service('catalogue', 'shop'),
  mailer: service('mailer', 'office'),
};

/** The machines that carry Karpenter, CoreDNS and Cilium's operator. */
export const systemMachines = ['system-1', 'system-2'] as const;

/** The machines that Karpenter has launched. */
export const generalMachines = [
  'general-1',
  'general-2',
  'general-3',
  'general-4',
] as const;

function controllers(cluster: CaseCluster): void {
  const { facts } = cluster;
  const [leader] = cluster.run(karpenterController(facts), systemMachines);
  cluster.run(ciliumOperator(facts), systemMachines);
  cluster.run(coreDns(facts), systemMachines);
  cluster.put(
    lease(leaderLeases.karpenter, {
      namespace: facts.karpenterNamespace,
      holder: `${leader}_0b6f5a1c-3d1e-4c53-9a5e-8d1f3c2b4a60`,
      acquiredAt: ago('6h'),
    }),
    lease(leaderLeases.ciliumOperator, {
      holder: `${cluster.at('system-1').nodeName}-vkq7xw2m9d`,
      acquiredAt: ago('6h'),
    }),
    ciliumConfig({ cluster: facts }),
    ...definitions(),
  );
}

function services(cluster: CaseCluster): void {
  const { checkout, catalogue, mailer } = shopServices;
  cluster.run(checkout, ['general-1', 'general-2', 'general-3']);
  cluster.run(catalogue, ['general-2', 'general-4']);
  cluster.run(mailer, ['general-3']);
  cluster.put(
    disruptionBudget(checkout, { pods: 3 }),
    disruptionBudget(catalogue),
  );
}

/** Events of Karpenter in a healthy cluster; none of them reports a fault. */
function quietEvents(cluster: CaseCluster): void {
  const claim = cluster.at('general-4').claimName;
  cluster.put(
    karpenterEvent(
      { apiVersion: 'karpenter.sh/v1', kind: 'NodeClaim', name: claim },
      {
        type: 'Normal',
        reason: 'Unconsolidatable',
        message: "Can't replace with a cheaper node",
      },
      { firstAt: ago('50m'), at: ago('5m'), count: 4 },
    ),
  );
}

/**
 * A cluster in service in which nothing is wrong: a managed node group with the
 * controllers, one NodePool with four nodes in two zones, three services.
 */
export function standardCluster(
  change: Partial<ClusterFacts> = {},
): CaseCluster {
  const cluster = new CaseCluster(change);
  systemMachines.forEach((key, zone) =>
    cluster.machine(key, { zone, pool: null, createdAt: ago('20d') }),
  );
  generalMachines.forEach((key, index) =>
    cluster.machine(key, { zone: index % 2 }),
  );
  cluster.put(
    nodePool('general', {
      cluster: cluster.facts,
      createdAt: ago('30d'),
      usage: {
        nodes: 4,
        cpus: 16,
        memoryKi: 64 * 1024 ** 2,
        pods: 224,
        gpus: 0,
      },
    }),
    nodeClass('default', { cluster: cluster.facts, createdAt: ago('30d') }),
  );
  controllers(cluster);
  services(cluster);
  quietEvents(cluster);
  return cluster;
}
