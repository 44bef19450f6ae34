import { addTo } from '../../../model/addTo';
import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import {
  pluginMessage,
  type SandboxCause,
} from '../../../model/cilium/sandboxCause';
import {
  type SandboxFailure,
  sandboxFailures,
} from '../../../model/cilium/sandboxFailures';
import { remedyOf } from './podsStuckInContainerCreatingRemedy';
import { podsStuckInContainerCreatingDoc } from './podsStuckInContainerCreatingDoc';

const CRITICAL_AFTER = 5 * MINUTE;
const SHOWN = 5;

const sayCause: Record<Exclude<SandboxCause, 'other'>, string> = {
  noAddress: 'the node has no free address',
  addressInUse: "Cilium's agent gives them an address that it considers in use",
  noInterface: 'their address is on an interface that the node does not have',
  rateLimit: "Cilium's agent limits how many start at once",
  identity: "Cilium's agent gets no identity for them",
  notInstalled: "Cilium's agent never came up on the node",
  agentDown: "Cilium's agent does not answer",
  slowAgent: "Cilium's agent does not finish their network in time",
  awsCni: 'the VPC CNI answers instead of Cilium',
};

/** D20: pods hang in ContainerCreating because of their network. */
export const podsStuckInContainerCreating: Rule = {
  code: 'cilium/D20',
  id: 'pods-stuck-in-container-creating',
  component: 'cilium',
  doc: podsStuckInContainerCreatingDoc,
  concerns: 'agentNodes',
  needs: ['events', 'pods'],
  uses: ['nodes', 'daemonsets'],
  details: ['nodeclaims'],
  evaluate(ctx) {
    const groups = new Map<string, SandboxFailure[]>();
    for (const failure of sandboxFailures(ctx)) {
      const key = `${failure.pod.nodeName ?? ''}/${failure.cause}`;
      addTo(groups, key, failure);
    }
    return {
      findings: [...groups.values()].map(failures => draft(ctx, failures)),
    };
  },
};

function draft(
  ctx: RuleContext,
  failures: readonly SandboxFailure[],
): DraftFinding {
  const [{ cause, pod, event }] = failures;
  const node = pod.nodeName ?? '';
  const starts = failures.flatMap(one => one.event.firstAt ?? []);
  const own = starts.length > 0 ? Math.min(...starts) : undefined;
  const since = ctx.heldSince(`sandbox/${node}/${cause}`, own);
  const lasts = since !== undefined && ctx.now - since >= CRITICAL_AFTER;
  const count = failures.length === 1 ? '1 pod' : `${failures.length} pods`;
  const why =
    cause === 'other'
      ? `kubelet cannot set up the network: ${pluginMessage(event.message)}`
      : sayCause[cause];
  return {
    severity: lasts && cause !== 'rateLimit' ? 'critical' : 'warning',
    subject: subjectOf('Node', { name: node }),
    key: cause,
    since,
    title: `${count} on node ${node} cannot start: ${why}`,
    evidence: failures
      .slice(0, SHOWN)
      .map(failure =>
        evidenceOf(
          'Pod',
          failure.pod,
          'events[FailedCreatePodSandBox]',
          failure.event.message,
        ),
      ),
    remedy: remedyOf(ctx, cause, pod),
    touches: [
      touch.node(node),
      ...failures.map(one => touch.pod(one.pod.namespace, one.pod.name)),
      // The VPC CNI is a fault of the whole cluster, not of one node.
      ...(cause === 'awsCni' ? [touch.component('cilium')] : []),
    ],
  };
}
