import { clusterLink } from './clusterLink';
import type { ClusterConditions, Condition } from './Condition';
import type { NotifiedFacts } from './NotifiedFacts';
import type { HeldWorkload } from '../fleet/heldWorkloads';
import type { NotificationPolicy } from './NotificationPolicy';
import { plainText } from './plainText';

const DAY_MS = 86_400_000;

/**
 * The workloads that keep nodes which are to go for days: told to whom the
 * workload belongs, else to the owner of the cluster.
 *
 * @param now - milliseconds since 1970
 */
export function blockerConditions(
  facts: NotifiedFacts,
  { heldMs }: NotificationPolicy,
  now: number,
): ClusterConditions {
  const { row, held } = facts;
  if (!held) {
    return { conditions: [], unjudged: ['blocker'] };
  }
  return {
    conditions: held.flatMap((workload): Condition[] => {
      const recipient = facts.ownerOf(workload) ?? row.owner;
      const { namespace, workload: name, since, free } = workload;
      if (!recipient) {
        return [];
      }
      return [
        {
          kind: 'blocker',
          cause: `blocker/${namespace}/${name}`.slice(0, 400),
          recipient,
          triggers: now - since >= heldMs,
          level: 0,
          severity: 'normal',
          title: plainText(`${row.name}: ${sayHeld(workload, now)}`, 300),
          description: plainText(
            `The nodes are to be replaced or removed, and ${whyKept(
              workload,
            )}. To let them go: ${free}.`,
            1_000,
          ),
          link: clusterLink(row.entityRef, 'karpenter'),
        },
      ];
    }),
    unjudged: [],
  };
}

function sayHeld(
  { namespace, workload, nodes, mayBeMore, since }: HeldWorkload,
  now: number,
): string {
  const days = Math.floor((now - since) / DAY_MS);
  const count = `${mayBeMore ? 'at least ' : ''}${nodes} ${
    nodes === 1 ? 'node' : 'nodes'
  }`;
  return `${workload} of namespace ${namespace} keeps ${count}, the first of which should have gone ${days} ${
    days === 1 ? 'day' : 'days'
  } ago`;
}

function whyKept({ why, by }: HeldWorkload): string {
  switch (why) {
    case 'pdb':
      return `PodDisruptionBudget ${by ?? ''} allows no eviction of its pods`;
    case 'do-not-disrupt':
      return 'its pods ask not to be disrupted';
    default:
      return 'a pod of it does not end';
  }
}
