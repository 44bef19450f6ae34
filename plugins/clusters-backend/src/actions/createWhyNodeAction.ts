import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotFoundError } from '@backstage/errors';
import {
  type ClusterView,
  type Finding,
  subjectsOf,
} from '@clusterworks/plugin-clusters-common';
import type { VisibleClusters } from '../permissions/VisibleClusters';
import { clusterInput } from './outputSchemas';

const MAX_BLOCKERS = 20;

/**
 * Registers `why-node`: why a node was started, and what prevents its removal.
 */
export function createWhyNodeAction(
  registry: ActionsRegistryService,
  clusters: VisibleClusters,
): void {
  registry.register({
    name: 'why-node',
    title: 'Why a node is still here',
    description:
      'Tells of one node (or NodeClaim that has no node yet) how far it is in its life and what holds it there, whether it is to go and which pods keep it, with what would free each, how many nodes its NodePool may disrupt now, and the findings about it.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    examples: [
      {
        title: 'What keeps a node',
        input: { name: 'payments-dev', node: 'ip-10-0-1-7.ec2.internal' },
      },
    ],
    schema: {
      input: z =>
        z.object({
          name: clusterInput(z),
          node: z
            .string()
            .min(1)
            .max(255)
            .describe('Name of a Node or of a NodeClaim'),
        }),
      output: z =>
        z.object({
          node: z.string().optional(),
          nodeClaim: z.string().optional(),
          nodePool: z.string().optional(),
          instanceType: z.string().optional(),
          zone: z.string().optional(),
          capacityType: z.string().optional(),
          createdAt: z.string().optional(),
          state: z.string().optional().describe('Of the Node'),
          stage: z.string().optional().describe('Of the NodeClaim'),
          stageBecause: z.string().optional(),
          drifted: z.boolean().optional(),
          pods: z.number().optional().describe('Absent when not known'),
          leaves: z
            .object({
              why: z.enum(['drifted', 'draining']),
              since: z.string().optional(),
            })
            .optional()
            .describe('Set when the node is to go'),
          heldBy: z
            .array(
              z.object({
                pod: z.string(),
                owner: z.string().optional(),
                why: z.string(),
                by: z.string().optional(),
                free: z.string(),
              }),
            )
            .optional()
            .describe('Absent when what holds nodes is not known'),
          disruptionAllowedNow: z
            .array(z.object({ reason: z.string(), nodes: z.number() }))
            .optional(),
          findings: z.array(z.object({ id: z.string(), title: z.string() })),
        }),
    },
    action: async ({ input, credentials }) => {
      const { body } = await clusters.get(input.name, credentials);
      const view = body.view();
      const { findings = [] } = body.assessment() ?? {};
      const found = view && explainNode(view, findings, input.node);
      if (!found) {
        throw new NotFoundError(
          `No node or NodeClaim "${input.node}" is known in cluster "${input.name}"`,
        );
      }
      return { output: found };
    },
  });
}

function explainNode(
  { karpenter, nodeList = [] }: ClusterView,
  findings: readonly Finding[],
  name: string,
) {
  const { nodeClaims = [], heldNodes, nodePools } = karpenter;
  const claim = nodeClaims.find(one => [one.name, one.node].includes(name));
  const nodeName = claim?.node ?? name;
  const node = nodeList.find(one => one.name === nodeName);
  if (!claim && !node) {
    return undefined;
  }
  const poolName = claim?.nodePool ?? node?.nodePool;
  const pool = nodePools.find(one => one.name === poolName);
  const held = heldNodes?.find(one => one.node === nodeName);
  const names = [node?.name, claim?.name];
  return {
    node: node?.name,
    nodeClaim: claim?.name,
    nodePool: poolName,
    instanceType: node?.instanceType ?? claim?.instanceType,
    zone: node?.zone ?? claim?.zone,
    capacityType: node?.capacityType ?? claim?.capacityType,
    createdAt: node?.createdAt ?? claim?.createdAt,
    state: node?.state,
    stage: claim?.stage,
    stageBecause: claim?.because,
    drifted: claim?.drifted,
    pods: node?.pods,
    leaves: held && { why: held.why, since: held.since },
    heldBy:
      heldNodes &&
      (held?.blockers ?? [])
        .slice(0, MAX_BLOCKERS)
        .map(({ labels: _labels, ...blocker }) => blocker),
    disruptionAllowedNow: pool?.disruption?.allowedNow,
    findings: findings
      .filter(finding =>
        subjectsOf(finding).listed.some(one => names.includes(one.name)),
      )
      .slice(0, 10)
      .map(({ id, title }) => ({ id, title })),
  };
}
