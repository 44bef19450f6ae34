import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { CiliumEndpointFacts } from '../../../kinds';
import { restartAgent } from '../../../model/remedy/ciliumNodeRemedies';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import type { RuleContext } from '../../../rule/RuleContext';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { ciliumendpointNotReadyDoc } from './ciliumendpointNotReadyDoc';

const TOO_LONG = 2 * MINUTE;
const BAD = new Set(['waiting-for-identity', 'not-ready', 'invalid']);

/** D16: an endpoint does not become ready. */
export const ciliumendpointNotReady: Rule = {
  code: 'cilium/D16',
  id: 'ciliumendpoint-not-ready',
  component: 'cilium',
  doc: ciliumendpointNotReadyDoc,
  needs: ['ciliumendpoints'],
  uses: ['pods'],
  details: ['daemonsets', 'deployments'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const endpoint of ctx.items('ciliumendpoints')) {
      if (BAD.has(endpoint.state ?? '') && isInUse(ctx, endpoint)) {
        const since = ctx.heldSince(`endpoint/${pathOf(endpoint)}`);
        if (since === undefined) {
          unsure = true;
        } else if (ctx.now - since > TOO_LONG) {
          findings.push(draft(ctx, endpoint, since));
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

function pathOf({ namespace, name }: CiliumEndpointFacts): string {
  return `${namespace}/${name}`;
}

/**
 * Whether the pod of the endpoint still exists: an endpoint outlives its pod
 * until the operator garbage-collects it.
 */
function isInUse(ctx: RuleContext, endpoint: CiliumEndpointFacts): boolean {
  const pod = ctx.index.podByKey().get(pathOf(endpoint));
  const runs =
    pod !== undefined && pod.phase !== 'Succeeded' && pod.phase !== 'Failed';
  return endpoint.deletedAt === undefined && (runs || !ctx.ok('pods'));
}

function draft(
  ctx: RuleContext,
  endpoint: CiliumEndpointFacts,
  since: number,
): DraftFinding {
  const node = ctx.index.podByKey().get(pathOf(endpoint))?.nodeName;
  return {
    severity: 'warning',
    subject: subjectOf('CiliumEndpoint', endpoint),
    since,
    title: `Endpoint of pod ${pathOf(endpoint)} stays ${endpoint.state}`,
    evidence: [
      evidenceOf('CiliumEndpoint', endpoint, 'status.state', endpoint.state),
    ],
    remedy: [
      {
        text: 'See the state of the endpoint, its identity and its policies',
        command: shellCommand`kubectl -n ${endpoint.namespace} get ciliumendpoint ${endpoint.name} -o yaml`,
      },
      ...(node === undefined ? [] : ofAgent(ctx, node, endpoint.name)),
    ],
    touches: [
      touch.pod(endpoint.namespace, endpoint.name),
      ...(node ? [touch.node(node)] : []),
    ],
    group: `${node ?? ''}/${endpoint.state}`,
  };
}

/**
 * The agent of the node creates the endpoints, and its log says why one is not
 * ready.
 */
function ofAgent(ctx: RuleContext, node: string, pod: string): RuleRemedy[] {
  const agent = ctx.index.ciliumAgentPods().get(node);
  return [
    {
      text: "Read what the node's agent says of the pod",
      command:
        agent &&
        shellCommand`kubectl -n ${agent.namespace} logs ${agent.name} -c cilium-agent --since=30m | grep -F -e ${pod}`,
    },
    restartAgent(ctx, node, 'If the agent says nothing and it goes on'),
  ];
}
