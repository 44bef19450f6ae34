import type { Finding } from '@clusterworks/plugin-clusters-common';
import type { Snapshot } from '@clusterworks/plugin-clusters-health';

type Said = Pick<Finding, 'title' | 'remedy'>;
type Items<S extends keyof Snapshot['resources']> =
  Snapshot['resources'][S]['items'];

/**
 * A kind of statement in a finding, and the evidence that would contradict it.
 */
interface Exclusion {
  says: RegExp;
  /**
   * The evidence that contradicts the statement; undefined if there is none.
   */
  by(snapshot: Snapshot, match: RegExpExecArray): string | undefined;
}

const isTrue = (
  object: { conditions: Items<'nodes'>[number]['conditions'] } | undefined,
  type: string,
) =>
  object?.conditions.some(one => one.type === type && one.status === 'True') ===
  true;

function deployment(
  { resources }: Snapshot,
  is: (one: Items<'deployments'>[number]) => boolean,
): Items<'deployments'>[number] | undefined {
  return resources.deployments.items.find(is);
}

const operatorOf = (snapshot: Snapshot) =>
  deployment(snapshot, ({ labels }) => labels['io.cilium/app'] === 'operator');
const karpenterOf = (snapshot: Snapshot) =>
  deployment(
    snapshot,
    ({ labels }) => labels['app.kubernetes.io/name'] === 'karpenter',
  );

function served(workload: Items<'deployments'>[number] | undefined) {
  return workload && workload.available > 0
    ? `${workload.name} has ${workload.available} available replicas`
    : undefined;
}

function named<T extends { name: string }>(
  items: readonly T[],
  name: string,
): T | undefined {
  return items.find(item => item.name === name);
}

const exclusions: readonly Exclusion[] = [
  {
    says: /operator\b.*(?:is down|has no available replica|is scaled to zero)/i,
    by: snapshot => served(operatorOf(snapshot)),
  },
  {
    says: /Karpenter is down/,
    by: snapshot => served(karpenterOf(snapshot)),
  },
  {
    says: /See why (?:its|the) pods do not run/,
    by: snapshot => {
      const all = snapshot.resources.deployments.items;
      return all.every(({ desired = 1, available }) => available >= desired)
        ? 'every Deployment has all its replicas'
        : undefined;
    },
  },
  {
    says: /its EC2NodeClass (\S+) does not exist/,
    by: ({ resources }, [, name]) =>
      named(resources.ec2nodeclasses.items, name) && `there is ${name}`,
  },
  {
    says: /There is no (NodePool|EC2NodeClass)\b/,
    by: ({ resources }, [, kind]) => {
      const { nodepools, ec2nodeclasses } = resources;
      const source = kind === 'NodePool' ? nodepools : ec2nodeclasses;
      return source.items[0] && `there is ${source.items[0].name}`;
    },
  },
  {
    says: /^No NodePool is Ready/,
    by: ({ resources }) => {
      const ready = resources.nodepools.items.find(
        pool =>
          pool.nodeClass.group !== 'eks.amazonaws.com' && isTrue(pool, 'Ready'),
      );
      return ready && `${ready.name} is`;
    },
  },
  {
    says: /^Node (\S+) is not Ready/,
    by: ({ resources }, [, name]) =>
      isTrue(named(resources.nodes.items, name), 'Ready')
        ? `${name} is Ready`
        : undefined,
  },
  {
    says: /^Node (\S+) .*has no NodeClaim/,
    by: ({ resources }, [, name]) => {
      const claim = resources.nodeclaims.items.find(
        ({ nodeName }) => nodeName === name,
      );
      return claim && `${claim.name} names it`;
    },
  },
  {
    says: /^Node (\S+) has an agent, but no CiliumNode/,
    by: ({ resources }, [, name]) =>
      named(resources.ciliumnodes.items, name) && 'there is one',
  },
  {
    says: /is left over: its Node is gone|NodeClaim \S+ is registered but its node (\S+) does not exist/,
    by: ({ resources }, [, name]) =>
      name !== undefined && named(resources.nodes.items, name)
        ? `${name} is there`
        : undefined,
  },
  {
    says: /on node (\S+) cannot start: Cilium's agent never came up/,
    by: ({ resources }, [, name]) => {
      const agent = resources.pods.items.find(
        ({ nodeName, labels }) =>
          nodeName === name && labels['k8s-app'] === 'cilium',
      );
      return isTrue(agent, 'Ready') ? `${agent?.name} is ready` : undefined;
    },
  },
  {
    says: /a node for them is on its way/,
    by: ({ resources }) =>
      resources.nodeclaims.items.some(
        ({ deletedAt }) => deletedAt === undefined,
      )
        ? undefined
        : 'there is no NodeClaim',
  },
  {
    says: /neither kube-proxy nor Cilium/,
    by: ({ resources }) => {
      const proxy = named(resources.daemonsets.items, 'kube-proxy');
      return (proxy?.desired ?? 0) > 0 ? 'kube-proxy runs' : undefined;
    },
  },
  {
    says: /EC2NodeClass (\S+) finds no (subnet|security group|AMI)\b(?!.*newest spec)/,
    by: ({ resources }, [, name, what]) => {
      const nodeClass = named(resources.ec2nodeclasses.items, name);
      const type = {
        subnet: 'SubnetsReady',
        'security group': 'SecurityGroupsReady',
        AMI: 'AMIsReady',
      }[what];
      return type && isTrue(nodeClass, type) ? `${type} is True` : undefined;
    },
  },
];

/**
 * Statements of findings that other evidence of the same cluster contradicts.
 */
export function contradictionsIn(
  findings: readonly Said[],
  snapshot: Snapshot,
): string[] {
  return findings.flatMap(({ title, remedy }) =>
    [title, ...remedy.map(({ text }) => text)].flatMap(text =>
      exclusions.flatMap(({ says, by }) => {
        const match = says.exec(text);
        const excluded = match ? by(snapshot, match) : undefined;
        return excluded === undefined ? [] : [`${text}: but ${excluded}`];
      }),
    ),
  );
}
