import type {
  BlastRadius,
  ClusterView,
  DriftCause,
  Measure,
  NodeClaimView,
  ReplacementPace,
} from '@clusterworks/plugin-clusters-common';
import { atLeast, exact, unknownMeasure } from '../measures';
import { affectedPods } from './affectedPods';
import { behaviourOf } from './behaviourOf';
import {
  type DriftRule,
  driftRules,
  type KarpenterInGit,
  poolFacts,
} from './driftRules';
import { freezeOf } from './freezeOf';
import { longest, paceOf } from './pace';
import type { RunningCluster } from './RunningCluster';
import { terraformEffect } from './terraformEffect';

const MOST_NAMES = 100;
const UNDECIDED = 'it is not known of every node whether it drifts';

/**
 * A change of a cluster: Karpenter's objects before and after, and what else
 * differs.
 *
 * @public
 */
export type ClusterDifference = {
  before: KarpenterInGit;
  after: KarpenterInGit;
  /** Paths of `cluster.yaml` that change. */
  fields: readonly string[];
  /** Paths of the files that change. */
  files: readonly string[];
};

/**
 * What a change does to the nodes that run now, once it is applied: which nodes
 * drift and why by Karpenter's own rules, the pods on them, what holds them,
 * how long it takes at least at the budgets of now, whether the subnets have
 * room for the nodes that start first, and what Terraform replaces. What the
 * facts do not say is unknown, with the reason.
 *
 * Compared are two states of git: differences between git and the cluster that
 * were there before come on top.
 *
 * @param now - milliseconds since 1970
 *
 * @public
 */
export function blastRadius(
  { before, after, fields, files }: ClusterDifference,
  running: RunningCluster,
  now: number,
): BlastRadius {
  const rules = driftRules(before, after);
  const { claims, reason } = ownClaims(before, running);
  const certain = claims.filter(claim => drifts(rules, claim));
  const undecided = claims.filter(
    claim => !drifts(rules, claim) && mayDrift(rules, claim),
  );
  const count = (found: readonly unknown[], open = 0): Measure =>
    counted(found.length, open, reason);
  const paces = running.view
    ? pacesOf(after, certain, claims, running.view, now)
    : [];
  const nodes =
    rules.length === 0 ? exact(0) : count(certain, undecided.length);
  const isNone = nodes.certainty === 'exact' && nodes.value === 0;
  return {
    ...(running.view && running.observedAt
      ? { observedAt: running.observedAt }
      : {}),
    nodes,
    causes: rules.map(rule => causeOf(rule, claims, reason)),
    names: certain
      .map(({ node, name }) => node ?? name)
      .sort()
      .slice(0, MOST_NAMES),
    alreadyDrifted: certain.filter(({ drifted }) => drifted).length,
    ...affectedPods(certain, nodes, running),
    paces,
    seconds: secondsOf(nodes, paces),
    addresses: isNone
      ? { state: 'notNeeded', needed: exact(0), room: exact(0) }
      : addressesOf(nodes, paces, running),
    behaviour: behaviourOf(before, after),
    removedPools: namesOfRemoved(before, after).map(name => ({
      name,
      nodes: count(claims.filter(({ nodePool }) => nodePool === name)),
    })),
    ...(after.frozenUntil === undefined
      ? {}
      : { freeze: freezeOf(after, after.frozenUntil, claims, reason) }),
    terraform: terraformEffect(fields, files),
  };
}

function poolNames({ manifests }: KarpenterInGit): string[] {
  return manifests
    .filter(({ kind }) => kind === 'NodePool')
    .map(({ metadata }) => metadata.name);
}

function namesOfRemoved(before: KarpenterInGit, after: KarpenterInGit) {
  const left = poolNames(after);
  return poolNames(before).filter(name => !left.includes(name));
}

/** The NodeClaims of our pools that are not being removed already. */
function ownClaims(
  before: KarpenterInGit,
  { view, unread }: RunningCluster,
): { claims: NodeClaimView[]; reason?: string } {
  const found = view?.karpenter.nodeClaims;
  if (!found) {
    const state = view && `nodeclaims: ${view.karpenter.reason ?? 'not read'}`;
    return { claims: [], reason: unread ?? state ?? 'the cluster is not read' };
  }
  const pools = poolNames(before);
  return {
    claims: found.filter(
      ({ nodePool, drainingSince }) =>
        !drainingSince && nodePool !== undefined && pools.includes(nodePool),
    ),
    ...(unread ? { reason: unread } : {}),
  };
}

function drifts(rules: readonly DriftRule[], claim: NodeClaimView): boolean {
  return rules.some(rule => rule.effect(claim) === 'drifts');
}

function mayDrift(rules: readonly DriftRule[], claim: NodeClaimView): boolean {
  return rules.some(rule => typeof rule.effect(claim) === 'object');
}

/** @param open - how many more there may be */
function counted(
  value: number,
  open: number,
  reason: string | undefined,
): Measure {
  if (reason !== undefined) {
    return unknownMeasure(reason);
  }
  return open > 0 ? atLeast(value) : exact(value);
}

function causeOf(
  { reason, object, fields, effect }: DriftRule,
  claims: readonly NodeClaimView[],
  unread: string | undefined,
): DriftCause {
  const effects = claims.map(effect);
  const open = effects.filter(each => typeof each === 'object');
  const certain = effects.filter(each => each === 'drifts').length;
  return {
    ...{ reason, object, fields },
    nodes: counted(certain, open.length, unread),
    undecided: open.length,
    ...(open.length > 0 ? { why: open[0].unknown } : {}),
  };
}

function pacesOf(
  after: KarpenterInGit,
  going: readonly NodeClaimView[],
  all: readonly NodeClaimView[],
  view: ClusterView,
  now: number,
): ReplacementPace[] {
  return after.manifests
    .filter(({ kind }) => kind === 'NodePool')
    .flatMap(manifest => {
      const pool = poolFacts(manifest);
      const isOf = ({ nodePool }: NodeClaimView) =>
        nodePool === manifest.metadata.name;
      const own = going.filter(isOf);
      return pool && own.length > 0
        ? [paceOf(pool, own, all.filter(isOf), view, now)]
        : [];
    });
}

function secondsOf(nodes: Measure, paces: readonly ReplacementPace[]): Measure {
  if (nodes.certainty === 'unknown') {
    return nodes;
  }
  // Nodes that may drift without being counted take time, too.
  return nodes.certainty !== 'exact' && paces.length === 0
    ? unknownMeasure(UNDECIDED)
    : longest(paces);
}

/** Replacements start before the old nodes leave, so both need addresses. */
function addressesOf(
  nodes: Measure,
  paces: readonly ReplacementPace[],
  { view }: RunningCluster,
): BlastRadius['addresses'] {
  const room = view?.cilium.room.nodes ?? unknownMeasure('not observed');
  if (nodes.certainty === 'unknown') {
    return { state: 'unknown', needed: nodes, room };
  }
  let needed = 0;
  for (const { nodes: going, atOnce } of paces) {
    if (atOnce.certainty === 'unknown') {
      return { state: 'unknown', needed: atOnce, room };
    }
    needed += Math.min(going, atOnce.value);
  }
  if (room.certainty === 'unknown') {
    return { state: 'unknown', needed: exact(needed), room };
  }
  if (room.value < needed) {
    return { state: 'short', needed: atLeast(needed), room };
  }
  return nodes.certainty === 'exact'
    ? { state: 'fits', needed: exact(needed), room }
    : { state: 'unknown', needed: atLeast(needed), room };
}
