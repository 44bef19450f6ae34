import { MINUTE } from '../engine/durations';
import { DraftFinding, notApplicable, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { PodFacts } from '../kinds';
import { setting } from './ciliumContext';
import { podsTell } from './nodeState';

const STARTED = MINUTE;
const SHOWN = 5;

/** D15: pods with an address that Cilium did not give. */
export const unmanagedPods: Rule = {
  code: 'cilium/D15',
  rule: 'pods-not-managed-by-cilium',
  component: 'cilium',
  title: 'Pods are not managed by Cilium',
  means:
    'These pods started before Cilium or through another CNI: no network policy applies to them, and they may not reach pods of other nodes.',
  detect:
    'A pod with an address, not in the host network, older than a minute and not ended, without a CiliumEndpoint of its name. Critical where CoreDNS is among them. Does not apply where Cilium is told to write no endpoints (disable-endpoint-crd).',
  remedyDoc: 'Delete the pods, so that they start anew through Cilium.',
  source: 'facts/cilium.md 3.4 D15',
  needs: ['pods', 'ciliumendpoints'],
  uses: ['nodes', 'configmaps'],
  evaluate(ctx) {
    if (setting(ctx, 'disable-endpoint-crd') === 'true') {
      return notApplicable('Cilium is told to write no CiliumEndpoints');
    }
    const byNode = new Map<string, PodFacts[]>();
    const managed = endpointNames(ctx);
    for (const pod of ctx.items('pods')) {
      if (
        needsEndpoint(ctx, pod) &&
        !managed.get(pod.namespace)?.has(pod.name)
      ) {
        const node = pod.nodeName ?? '';
        const list = byNode.get(node);
        if (list) list.push(pod);
        else byNode.set(node, [pod]);
      }
    }
    return {
      findings: [...byNode].map(([node, pods]) => draft(ctx, node, pods)),
    };
  },
};

/** Names by namespace: thousands of joined texts would cost more than the rest. */
function endpointNames(ctx: RuleContext): Map<string | undefined, Set<string>> {
  const names = new Map<string | undefined, Set<string>>();
  for (const { namespace, name } of ctx.items('ciliumendpoints')) {
    const set = names.get(namespace);
    if (set) set.add(name);
    else names.set(namespace, new Set([name]));
  }
  return names;
}

function needsEndpoint(ctx: RuleContext, pod: PodFacts): boolean {
  // Endpoints may be listed now and then: a pod newer than that list has none.
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
    podsTell(ctx, pod.nodeName) &&
    !isFargate(ctx, pod.nodeName)
  );
}

/** Fargate has a network of its own; no agent runs there. */
function isFargate(ctx: RuleContext, nodeName = ''): boolean {
  const node = ctx.index.nodeByName().get(nodeName);
  return node?.labels['eks.amazonaws.com/compute-type'] === 'fargate';
}

function draft(
  ctx: RuleContext,
  node: string,
  pods: readonly PodFacts[],
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
    remedy: pods.slice(0, SHOWN).map(pod => ({
      text: 'Delete the pod, so that its controller starts it anew through Cilium',
      command: `kubectl -n ${pod.namespace} delete pod ${pod.name}`,
    })),
    touches: [
      touch.node(node),
      ...pods.map(pod => touch.pod(pod.namespace, pod.name)),
    ],
    group: 'unmanaged',
  };
}
