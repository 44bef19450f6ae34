import { MINUTE } from '../../../model/durations';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
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
