/** Why Karpenter launches no node for a pod, and what to do about it. */
export interface SchedulingFailure {
  says: string;
  advice: string;
}

interface Reading {
  /**
   * How late in Karpenter's checks the pool refused: the later, the closer the
   * pool is to serving the pod.
   */
  match: RegExp;
  read(part: string, everyPool: boolean): SchedulingFailure;
}

const cut = (text: string): string =>
  text.length > 120 ? `${text.slice(0, 120)}…` : text;

/** `nodepool "general"`, or `(NodePool=general)` at the end. */
function poolIn(part: string): string | undefined {
  return (/nodepool "([^"]{1,253})"/.exec(part) ??
    /NodePool=([^),\s]{1,253})/.exec(part))?.[1];
}

/**
 * A zone label of a storage driver: the requirement comes from a volume, not
 * from the pod.
 */
const DRIVER_ZONE = /^topology\.(?!kubernetes\.io)\S*csi\S*\/zone$/;

function unknownLabel(part: string): SchedulingFailure {
  const [, label = '', typo] =
    /label "([^"]{1,316})" does not have known values(?: \(typo of "([^"]{1,316})"\?\))?/.exec(
      part,
    ) ?? [];
  if (DRIVER_ZONE.test(label)) {
    return {
      says: `their volume asks for label ${label}, which no NodePool gives`,
      advice: `The volume has its zone in the label of its driver. Use topology.kubernetes.io/zone in allowedTopologies of the StorageClass, and a driver that sets that label; an existing volume keeps its label`,
    };
  }
  return {
    says: `they ask for label ${label}, which no NodePool gives`,
    advice: typo
      ? `Correct nodeSelector or affinity: ${typo} may be meant`
      : 'Correct nodeSelector or affinity, or add the label to the template of a NodePool',
  };
}

function otherRequirement(part: string): SchedulingFailure {
  const [, wanted, given] =
    /key [^\s,]+, (.+?) not in (.+)$/.exec(part.trim()) ?? [];
  return {
    says: wanted
      ? `they ask for ${cut(wanted)}, and NodePools give ${cut(given)}`
      : 'they select a label that no NodePool gives',
    advice:
      'Correct nodeSelector or affinity of the pods, or the requirements and labels of the pool',
  };
}

/**
 * Karpenter's messages about one NodePool. Karpenter checks taints, then
 * labels, then topology spread, then instance types, then limits: the later a
 * pool refuses, the more useful its reason is.
 */
const readings: readonly Reading[] = [
  {
    match: /exceed limits|node limits have been/,
    read: (part, everyPool) => {
      const pool = poolIn(part);
      return {
        says:
          everyPool || !pool
            ? 'every NodePool is at its limit'
            : `NodePool ${pool} is at its limit, and no other takes them`,
        advice: `Raise limits of ${pool ? `NodePool ${pool}` : 'a NodePool'}`,
      };
    },
  },
  {
    match: /failed to launch|InsufficientCapacity/,
    read: () => ({
      says: 'EC2 has no capacity',
      advice: 'Allow more instance types or zones',
    }),
  },
  {
    match: /required offering|reserved offerings are full/,
    read: () => ({
      says: 'no instance type that they could run on is offered now, in their zones and capacity types',
      advice:
        'Allow more instance types, zones or capacity types; compare with the zones that the pods ask for',
    }),
  },
  {
    match: /minValues/,
    read: () => ({
      says: 'minValues of a NodePool cannot be met',
      advice: 'Lower minValues of the pool',
    }),
  },
  {
    match: /filtered out all|no instance type/,
    read: () => ({
      says: 'no instance type is large enough or available',
      advice: 'Lower the requests or allow larger instance types',
    }),
  },
  {
    match: /volume limit|pvc|persistentvolume|storage ?class/i,
    read: () => ({
      says: 'their volumes cannot be placed',
      advice: 'Look at the volume claims of the pod',
    }),
  },
  {
    match: /topology constraint|topology ?spread|anti-?affinity/i,
    read: () => ({
      says: 'their spread constraints cannot be met',
      advice: 'Relax topologySpreadConstraints or affinity, or add zones',
    }),
  },
  { match: /does not have known values/, read: unknownLabel },
  { match: /incompatible requirements/, read: otherRequirement },
  {
    match: /did not tolerate/,
    read: part => {
      const [, taint] =
        /did not tolerate (?:taint \(taint=)?([^\s,;)]{1,200})/.exec(part) ??
        [];
      return {
        says: `they tolerate no NodePool${taint ? ` (${taint})` : ''}`,
        advice: 'Add the toleration for the taint of the pool that is meant',
      };
    },
  },
];

/**
 * Parses Karpenter's message about a pod for which it launches no node. The
 * message has one reason per NodePool; an unknown reason is quoted as it is.
 */
export function schedulingFailure(message: string): SchedulingFailure {
  const parts = message
    .replace(/^Failed to schedule pod, /, '')
    .split('; ')
    .filter(part => part !== '');
  for (const { match, read } of readings) {
    const found = parts.filter(part => match.test(part));
    if (found.length > 0) {
      return read(found[0], found.length === parts.length);
    }
  }
  return {
    says: cut(message),
    advice: 'See what the scheduler and Karpenter say of the pod',
  };
}
