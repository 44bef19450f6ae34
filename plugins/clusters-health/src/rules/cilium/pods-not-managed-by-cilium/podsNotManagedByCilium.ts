import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable } from '../../../rule/Rule';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { PodFacts } from '../../../kinds';
import { conditionOf } from '../../../kinds';
import { ciliumNamespace, setting } from '../../../model/cilium/ciliumSettings';
import { podsTell } from '../../../model/cilium/nodeState';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { podsNotManagedByCiliumDoc } from './podsNotManagedByCiliumDoc';
import { addTo } from '../../../model/addTo';

const STARTED = MINUTE;
const SHOWN = 5;

/** D15: pods have an address that Cilium did not assign. */
export const podsNotManagedByCilium: Rule = {
  code: 'cilium/D15',
  id: 'pods-not-managed-by-cilium',
  component: 'cilium',
  doc: podsNotManagedByCiliumDoc,
  concerns: 'agentNodes',
  needs: ['pods', 'ciliumendpoints'],
  uses: ['nodes', 'configmaps', 'daemonsets'],
  evaluate(ctx) {
    if (setting(ctx, 'disable-endpoint-crd') === 'true') {
      return notApplicable('Cilium is told to write no CiliumEndpoints');
    }
    const byNode = new Map<string, PodFacts[]>();
    const managed = endpointNames(ctx);
    let unsure: string | undefined;
    for (const pod of ctx.items('pods')) {
      if (needsEndpoint(ctx, pod) && !hasEndpoint(managed, pod)) {
        const node = pod.nodeName ?? '';
        const selected = ctx.index.agentBelongsOn(node);
        if (selected === 'yes') {
          addTo(byNode, node, pod);
        } else if (selected === 'unknown') {
          unsure = node;
        }
      }
    }
    const findings = [...byNode].map(([node, pods]) =>
      draft(ctx, node, pods, managed),
    );
    return unsure === undefined
      ? { findings }
      : {
          findings,
          unknown: `whether Cilium's agent belongs on node ${unsure} is not known`,
        };
  },
};

type EndpointNames = Map<string | undefined, Set<string>>;

function hasEndpoint(managed: EndpointNames, pod: PodFacts): boolean {
  return managed.get(pod.namespace)?.has(pod.name) ?? false;
}

/**
 * Names of endpoints by namespace. Joining namespace and name into thousands of
 * texts would take longer than the rest of the rule.
 */
function endpointNames(ctx: RuleContext): EndpointNames {
  const names: EndpointNames = new Map();
  for (const { namespace, name } of ctx.items('ciliumendpoints')) {
    const set = names.get(namespace);
    if (set) {
      set.add(name);
    } else {
      names.set(namespace, new Set([name]));
    }
  }
  return names;
}

function needsEndpoint(ctx: RuleContext, pod: PodFacts): boolean {
  // When endpoints are listed at intervals, a pod that is newer than the list
  // has no endpoint in it.
  const age = ctx.ageWhenRead(
    'ciliumendpoints',
    pod.startedAt ?? pod.createdAt,
  );
  return (
    !pod.hostNetwork &&
    pod.podIp !== undefined &&
    (pod.phase === 'Running' || pod.phase === 'Pending') &&
    pod.deletedAt === undefined &&
    age !== undefined &&
    age >= STARTED &&
    podsTell(ctx, pod.nodeName)
  );
}

function draft(
  ctx: RuleContext,
  node: string,
  pods: readonly PodFacts[],
  managed: EndpointNames,
): DraftFinding {
  const dns = pods.some(pod => pod.labels['k8s-app'] === 'kube-dns');
  const count = pods.length === 1 ? '1 pod' : `${pods.length} pods`;
  return {
    severity: dns ? 'critical' : 'warning',
    subject: subjectOf('Node', { name: node }),
    since: ctx.heldSince(`unmanaged/${node}`),
    title: `${count} on node ${node} ${
      pods.length === 1 ? 'is' : 'are'
    } not managed by Cilium${dns ? ', CoreDNS among them' : ''}`,
    evidence: pods
      .slice(0, SHOWN)
      .map(pod => evidenceOf('Pod', pod, 'status.podIP', pod.podIp)),
    remedy: remedy(ctx, node, pods, managed),
    touches: [
      touch.node(node),
      ...pods.map(pod => touch.pod(pod.namespace, pod.name)),
    ],
    group: 'unmanaged',
  };
}

/**
 * A restart of pods helps only when the agent works. The command is offered
 * when the agent is ready and has created an endpoint for another pod of the
 * node, and only for pods that a controller replaces. Pods of Jobs get none, since
 * they would lose their work.
 */
function remedy(
  ctx: RuleContext,
  node: string,
  pods: readonly PodFacts[],
  managed: EndpointNames,
): RuleRemedy[] {
  const [first] = pods;
  const namespace = ciliumNamespace(ctx);
  const look: RuleRemedy[] = [
    {
      text: "See whether the node's agent is ready and older than the pods",
      command: shellCommand`kubectl -n ${namespace} get pods -l k8s-app=cilium -o wide --field-selector spec.nodeName=${node}`,
    },
    {
      text: 'See which pods have an endpoint of Cilium',
      command: shellCommand`kubectl -n ${first.namespace} get ciliumendpoints`,
    },
  ];
  if (!writesEndpoints(ctx, node, managed)) {
    return [
      ...look,
      {
        text: 'The agent writes no endpoints on this node: repair it first. Pods that are restarted meanwhile would not start',
      },
    ];
  }
  const restarts = pods
    .filter(({ owners }) =>
      owners.some(({ controller, kind }) => controller && kind !== 'Job'),
    )
    .slice(0, SHOWN)
    .map(pod => ({
      text: `Restart pod ${pod.name}: this deletes it, and its controller starts another one through Cilium. One at a time; PodDisruptionBudgets do not hold it`,
      command: shellCommand`kubectl -n ${pod.namespace} delete pod ${pod.name}`,
    }));
  return [...look, ...restarts];
}

function writesEndpoints(
  ctx: RuleContext,
  node: string,
  managed: EndpointNames,
): boolean {
  const agent = ctx.index.ciliumAgentPods().get(node);
  const isReady = agent && conditionOf(agent, 'Ready')?.status === 'True';
  const others = ctx.index.podsByNode().get(node) ?? [];
  return isReady === true && others.some(pod => hasEndpoint(managed, pod));
}
