import { MINUTE } from '../../../model/durations';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import {
  SandboxCause,
  SandboxFailure,
  sandboxFailures,
} from '../../../model/cilium/sandboxFailures';
import { operatorLog } from '../../../model/remedy/ciliumNodeRemedies';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { podsStuckInContainerCreatingDoc } from './podsStuckInContainerCreatingDoc';

const CRITICAL_AFTER = 5 * MINUTE;
const SHOWN = 5;

const sayCause: Record<SandboxCause, string> = {
  noAddress: 'the node has no free address',
  rateLimit: "Cilium's agent limits how many start at once",
  agentDown: "Cilium's agent does not answer",
  notInstalled: "Cilium's agent never came up on the node",
  awsCni: 'the VPC CNI answers instead of Cilium',
  other: 'kubelet cannot set up the network',
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
  evaluate(ctx) {
    const groups = new Map<string, SandboxFailure[]>();
    for (const failure of sandboxFailures(ctx)) {
      const key = `${failure.pod.nodeName ?? ''}/${failure.cause}`;
      const group = groups.get(key);
      if (group) group.push(failure);
      else groups.set(key, [failure]);
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
  const [{ cause, pod }] = failures;
  const node = pod.nodeName ?? '';
  const starts = failures.flatMap(({ event }) => event.firstAt ?? []);
  const own = starts.length > 0 ? Math.min(...starts) : undefined;
  const since = ctx.heldSince(`sandbox/${node}/${cause}`, own);
  const lasts = since !== undefined && ctx.now - since >= CRITICAL_AFTER;
  const count = failures.length === 1 ? '1 pod' : `${failures.length} pods`;
  return {
    severity: lasts && cause !== 'rateLimit' ? 'critical' : 'warning',
    subject: subjectOf('Node', { name: node }),
    key: cause,
    since,
    title: `${count} on node ${node} cannot start: ${sayCause[cause]}`,
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
    remedy: remedyOf(cause, node),
    touches: [
      touch.node(node),
      ...failures.map(one => touch.pod(one.pod.namespace, one.pod.name)),
      // The VPC CNI is a fault of the cluster and not of one node.
      ...(cause === 'awsCni' ? [touch.component('cilium')] : []),
    ],
  };
}

function remedyOf(cause: SandboxCause, node: string): RuleRemedy[] {
  switch (cause) {
    case 'noAddress':
      return [
        {
          text: 'See how many addresses the node has and uses',
          command: shellCommand`kubectl get ciliumnode ${node} -o yaml`,
        },
        operatorLog(`Unable to maintain ip pool|${node}`),
      ];
    case 'rateLimit':
      return [{ text: 'It passes; raise api-rate-limit if it comes often' }];
    case 'awsCni':
      return [
        {
          text: 'See whether aws-node still runs there',
          command: shellCommand`kubectl -n kube-system get pods -l k8s-app=aws-node --field-selector spec.nodeName=${node}`,
        },
      ];
    default:
      return [
        {
          text: "See whether the node's agent is ready",
          command: shellCommand`kubectl -n kube-system get pods -l k8s-app=cilium -o wide --field-selector spec.nodeName=${node}`,
        },
      ];
  }
}
