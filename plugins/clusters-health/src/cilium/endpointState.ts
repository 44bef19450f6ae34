import { MINUTE } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { shellCommand } from '../engine/shellCommand';

const TOO_LONG = 2 * MINUTE;
const BAD = new Set(['waiting-for-identity', 'not-ready', 'invalid']);

/** D16: an endpoint does not become ready. */
export const endpointState: Rule = {
  code: 'cilium/D16',
  rule: 'ciliumendpoint-not-ready',
  component: 'cilium',
  title: 'Endpoint is not ready',
  means:
    'The datapath of the pod is not complete: its traffic is dropped or policies are not applied.',
  detect:
    'CiliumEndpoint status.state waiting-for-identity, not-ready or invalid for more than 2 minutes. The objects carry no such time: a first look cannot tell. Restoring, regenerating and disconnecting are reported as ready by Cilium.',
  remedyDoc:
    "Read the log of the node's agent for the endpoint; restart the agent when it does not recover.",
  source: 'facts/cilium.md 3.4 D16',
  needs: ['ciliumendpoints'],
  uses: ['pods'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const endpoint of ctx.items('ciliumendpoints')) {
      if (BAD.has(endpoint.state ?? '') && endpoint.deletedAt === undefined) {
        const path = `${endpoint.namespace}/${endpoint.name}`;
        const since = ctx.heldSince(`endpoint/${path}`);
        if (since === undefined) unsure = true;
        else if (ctx.now - since > TOO_LONG) {
          const node = ctx.index.podByKey().get(path)?.nodeName;
          findings.push({
            severity: 'warning',
            subject: subjectOf('CiliumEndpoint', endpoint),
            since,
            title: `Endpoint of pod ${path} stays ${endpoint.state}`,
            evidence: [
              evidenceOf(
                'CiliumEndpoint',
                endpoint,
                'status.state',
                endpoint.state,
              ),
            ],
            remedy: [
              {
                text: 'See what its agent says',
                command: shellCommand`kubectl -n ${endpoint.namespace} describe ciliumendpoint ${endpoint.name}`,
              },
            ],
            touches: [
              touch.pod(endpoint.namespace, endpoint.name),
              ...(node ? [touch.node(node)] : []),
            ],
            group: `${node ?? ''}/${endpoint.state}`,
          });
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};
