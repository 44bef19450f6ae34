import { BUILDING_MS } from '../../../model/building';
import {
  type ClusterPartName,
  clusterParts,
  missingParts,
} from '../../../model/clusterParts';
import { DAY, sayDuration } from '../../../model/durations';
import { oldestObject } from '../../../model/oldestObject';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { clusterSubject } from '../../../rule/subjects';
import { buildingOverdueDoc } from './buildingOverdueDoc';

const see: Record<ClusterPartName, RuleRemedy> = {
  readyNode: {
    text: 'See whether nodes have joined, and what their conditions say. None at all: the node group has not launched them, and its health says why',
    command: fixedCommand`kubectl get nodes -o wide`,
  },
  ciliumOperator: {
    text: "See whether Cilium's operator is installed, and what its pods wait for",
    command: fixedCommand`kubectl -n kube-system get deployments,pods -l io.cilium/app=operator -o wide`,
  },
  karpenter: {
    text: 'See whether Karpenter is installed, and what its pods wait for',
    command: fixedCommand`kubectl get deployments,pods -A -l app.kubernetes.io/name=karpenter -o wide`,
  },
  nodeClass: {
    text: "See whether the cluster's overlay was applied",
    command: fixedCommand`kubectl get ec2nodeclasses,nodepools`,
  },
  nodePool: {
    text: "See whether the cluster's overlay was applied as a whole",
    command: fixedCommand`kubectl get ec2nodeclasses,nodepools`,
  },
};

/** The building of a cluster began and is not complete in time. */
export const buildingOverdue: Rule = {
  code: 'clusterworks/building-overdue',
  id: 'building-overdue',
  component: 'clusterworks',
  doc: buildingOverdueDoc,
  needs: ['nodes', 'deployments'],
  uses: ['nodepools', 'ec2nodeclasses', 'nodeclaims'],
  details: ['daemonsets', 'pods', 'ciliumnodes'],
  evaluate(ctx) {
    const since = oldestObject(ctx);
    const age = ctx.age(since);
    const wasComplete = ctx.items('nodeclaims').length > 0;
    if (since === undefined || age === undefined || wasComplete) {
      return { findings: [] };
    }
    const missing = missingParts(ctx).filter(part => isExpected(ctx, part));
    return missing.length > 0 && age >= BUILDING_MS && age < DAY
      ? { findings: [draft(ctx, since, age, missing)] }
      : { findings: [] };
  },
};

/**
 * Whether the part is required: a cluster may run without Cilium, and without
 * Karpenter.
 */
function isExpected(ctx: RuleContext, part: ClusterPartName): boolean {
  switch (part) {
    case 'readyNode':
      return true;
    case 'ciliumOperator':
      return ctx.ok('ciliumnodes') || ctx.index.ciliumAgent() !== undefined;
    default:
      return ctx.ok('nodepools') || ctx.index.karpenter() !== undefined;
  }
}

function draft(
  ctx: RuleContext,
  since: number,
  age: number,
  missing: readonly ClusterPartName[],
): DraftFinding {
  const names = missing.map(part => clusterParts[part].name);
  const [first, ...others] = names;
  const then = others.length > 0 ? ` (then ${others.join(', ')})` : '';
  return {
    severity: missing[0] === 'readyNode' ? 'critical' : 'warning',
    subject: clusterSubject(ctx.cluster),
    since: since + BUILDING_MS,
    title: `The cluster has been under construction for ${sayDuration(
      age,
    )} (expected: ${sayDuration(
      BUILDING_MS,
    )}): it still waits for ${first}${then}`,
    evidence: [
      {
        object: ctx.cluster,
        path: 'oldest metadata.creationTimestamp',
        value: new Date(since).toISOString(),
      },
      ...names.map(value => ({
        object: ctx.cluster,
        path: 'not there yet',
        value,
      })),
    ],
    remedy: [
      see[missing[0]],
      {
        text: 'Read the last run of what builds the cluster (Terraform, then the overlays): it shows at which step it stopped. Each step can be run again',
      },
    ],
  };
}
