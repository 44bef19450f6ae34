import { build, type Overrides } from '../base/build';
import { type ClusterFacts, testCluster } from '../base/ClusterFacts';
import {
  type Condition,
  condition,
  reached,
  readyOf,
  withConditions,
} from '../base/conditions';
import { isAtLeast } from '../base/isAtLeast';
import type { KubeObject } from '../base/KubeObject';
import { ago } from '../base/time';
import {
  type Instance,
  instance as instanceOf,
  providerId,
} from '../nodes/instance';
import { claimResources } from '../nodes/instanceResources';
import { claimLabels } from '../nodes/nodeLabels';
import { karpenterAnnotations } from './karpenterHashes';
import {
  defaultPool,
  type PoolFacts,
  poolTemplate,
  type Requirement,
} from './poolFacts';

/** The steps of a NodeClaim's life; `null` while a step is not done. */
export interface ClaimSteps {
  createdAt: string;
  launchedAt: string | null;
  registeredAt: string | null;
  initializedAt: string | null;
}

/** What decides how a NodeClaim looks. */
export interface NodeClaimFacts extends Partial<ClaimSteps> {
  cluster?: ClusterFacts;
  pool?: PoolFacts;
  poolUid?: string;
  instance?: Instance;
  /** Name of its Node: its own unless said otherwise. */
  node?: string;
  uid?: string;
  /** Why a registered node is not initialized. */
  initializing?: { reason: string; message: string };
  /** Conditions in addition to those of the steps, or in place of them. */
  conditions?: Condition[];
  requests?: Record<string, string>;
  lastPodEventTime?: string;
  annotations?: Record<string, string>;
  deletedAt?: string;
}

/** If a step is not done, all later steps are not done either. */
function stepsOf(facts: NodeClaimFacts): ClaimSteps {
  const { createdAt = ago('1h') } = facts;
  const { launchedAt = createdAt } = facts;
  const { registeredAt = launchedAt } = facts;
  const { initializedAt = registeredAt } = facts;
  return {
    createdAt,
    launchedAt,
    registeredAt: launchedAt && registeredAt,
    initializedAt: launchedAt && registeredAt && initializedAt,
  };
}

/** The conditions that Karpenter's lifecycle controller writes. */
function stepConditions(
  steps: ClaimSteps,
  initializing: NodeClaimFacts['initializing'],
): Condition[] {
  const { createdAt, launchedAt, registeredAt, initializedAt } = steps;
  const waits = (type: string, reason: string, message: string) =>
    condition(type, 'Unknown', createdAt, reason, message);
  const dependents = [
    reached('Launched', launchedAt ?? undefined, createdAt),
    launchedAt && !registeredAt
      ? waits('Registered', 'NodeNotFound', 'Node not registered with cluster')
      : reached('Registered', registeredAt ?? undefined, createdAt),
    registeredAt && !initializedAt
      ? waits(
          'Initialized',
          initializing?.reason ?? 'NodeNotReady',
          initializing?.message ?? 'Node status is NotReady',
        )
      : reached('Initialized', initializedAt ?? undefined, createdAt),
  ];
  return [...dependents, readyOf(dependents, createdAt)];
}

function requirements(
  pool: PoolFacts,
  { facts }: Instance,
  karpenter: string,
): Requirement[] {
  const sizes = ['large', 'xlarge', '2xlarge', '4xlarge'];
  const is = (key: string, ...values: string[]) => ({
    key,
    operator: 'In',
    values,
  });
  return [
    ...poolTemplate(pool).requirements.map(requirement =>
      // Newer versions store "more than 5" as "6 or more", since they have an
      // operator for that.
      requirement.operator === 'Gt' && isAtLeast(karpenter, '1.9')
        ? {
            ...requirement,
            operator: 'Gte',
            values: requirement.values?.map(value => String(Number(value) + 1)),
          }
        : requirement,
    ),
    is(
      'node.kubernetes.io/instance-type',
      ...(facts.gpus > 0
        ? [facts.type.name]
        : sizes.map(size => `${facts.type.family}.${size}`)),
    ),
    is('karpenter.sh/nodepool', pool.name),
    is('karpenter.k8s.aws/ec2nodeclass', pool.nodeClass),
  ];
}

/** A NodeClaim, an hour old and in service unless the facts say otherwise. */
export function nodeClaim(
  name: string,
  facts: NodeClaimFacts & Overrides = {},
): KubeObject {
  const { cluster = testCluster, pool = defaultPool } = facts;
  const { instance = instanceOf(name) } = facts;
  const steps = stepsOf(facts);
  const template = poolTemplate(pool);
  return build(
    {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodeClaim',
      metadata: {
        name,
        generateName: `${pool.name}-`,
        uid: facts.uid ?? `claim-${name}`,
        creationTimestamp: steps.createdAt,
        generation: facts.deletedAt ? 2 : 1,
        finalizers: ['karpenter.sh/termination'],
        labels: steps.launchedAt
          ? claimLabels(instance, pool, cluster)
          : {
              ...template.labels,
              'karpenter.k8s.aws/ec2nodeclass': pool.nodeClass,
              'karpenter.sh/nodepool': pool.name,
            },
        annotations: {
          'compatibility.karpenter.k8s.aws/cluster-name-tagged': 'true',
          ...karpenterAnnotations(pool, cluster),
          ...(steps.launchedAt && { 'karpenter.k8s.aws/tagged': 'true' }),
          ...facts.annotations,
        },
        deletionTimestamp: facts.deletedAt,
        deletionGracePeriodSeconds: facts.deletedAt ? 0 : undefined,
        ownerReferences: [
          {
            apiVersion: 'karpenter.sh/v1',
            blockOwnerDeletion: true,
            kind: 'NodePool',
            name: pool.name,
            uid: facts.poolUid ?? `pool-${pool.name}`,
          },
        ],
      },
      spec: {
        expireAfter: template.expireAfter,
        nodeClassRef: {
          group: 'karpenter.k8s.aws',
          kind: 'EC2NodeClass',
          name: pool.nodeClass,
        },
        requirements: requirements(pool, instance, cluster.versions.karpenter),
        resources: { requests: facts.requests ?? { cpu: '1', pods: '5' } },
        taints: template.taints,
        startupTaints: template.startupTaints,
        terminationGracePeriod: template.terminationGracePeriod,
      },
      status: {
        conditions: withConditions(
          stepConditions(steps, facts.initializing),
          facts.conditions,
        ),
        ...(steps.launchedAt && {
          ...claimResources(instance.facts),
          imageID: 'ami-01b5c0ffeec0ffee0',
          providerID: providerId(instance),
        }),
        ...(steps.registeredAt && { nodeName: facts.node ?? name }),
        lastPodEventTime: facts.lastPodEventTime,
      },
    },
    facts,
  );
}
