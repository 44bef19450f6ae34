import type { HeldNodeView } from '@clusterworks/plugin-clusters-common';
import { drainBlockers } from '../model/disruption/drainBlockers';
import { poolOf } from '../model/poolOf';
import type { NodeClaimFacts, PodFacts } from '../kinds';
import { conditionOf } from '../kinds';
import { timeView } from './conditionView';
import type { Look } from './Look';

/**
 * Each node requires a pass over all its pods, so only the longest-waiting
 * nodes are listed.
 */
const SHOWN = 100;

/** Labels of a pod that are shown; pods have a dozen at most. */
const LABELS = 30;

/**
 * Nodes that drifted or are being deleted, and the pods that keep each of them.
 * `undefined` when a source is missing, because a node would then look free to
 * go.
 */
export function heldNodes(look: Look): HeldNodeView[] | undefined {
  const { nodeclaims, pods, poddisruptionbudgets } = look.snapshot.resources;
  const sources = [nodeclaims, pods, poddisruptionbudgets];
  if (sources.some(({ state }) => state !== 'ok')) {
    return undefined;
  }
  return nodeclaims.items
    .filter(isToGo)
    .sort((a, b) => (goesSince(a) ?? 0) - (goesSince(b) ?? 0))
    .slice(0, SHOWN)
    .flatMap(claim => heldNode(look, claim) ?? []);
}

function isToGo(claim: NodeClaimFacts): boolean {
  const drifted = conditionOf(claim, 'Drifted')?.status === 'True';
  return claim.deletedAt !== undefined || drifted;
}

function goesSince(claim: NodeClaimFacts): number | undefined {
  return claim.deletedAt ?? conditionOf(claim, 'Drifted')?.since;
}

function heldNode(look: Look, claim: NodeClaimFacts): HeldNodeView | undefined {
  const { nodeName } = claim;
  if (!nodeName) {
    return undefined;
  }
  return {
    node: nodeName,
    nodePool: poolOf(claim),
    why: claim.deletedAt === undefined ? 'drifted' : 'draining',
    since: timeView(goesSince(claim)),
    blockers: drainBlockers(look.cluster, nodeName).map(
      ({ pod, why, pdb, free }) => ({
        pod: `${pod.namespace ?? ''}/${pod.name}`,
        owner: ownerOf(pod),
        labels: labelsOf(pod),
        why,
        by: pdb && `${pdb.namespace ?? ''}/${pdb.name}`,
        free,
      }),
    ),
  };
}

function ownerOf(pod: PodFacts): string | undefined {
  const owner = pod.owners.find(one => one.controller) ?? pod.owners[0];
  return owner && `${owner.kind}/${owner.name}`;
}

function labelsOf({ labels }: PodFacts): Record<string, string> | undefined {
  const some = Object.entries(labels).slice(0, LABELS);
  return some.length > 0 ? Object.fromEntries(some) : undefined;
}
