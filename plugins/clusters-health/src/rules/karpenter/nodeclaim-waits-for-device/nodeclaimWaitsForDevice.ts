import { MINUTE, sayDuration } from '../../../model/durations';
import { poolOf } from '../../../model/poolOf';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { conditionEvidence, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { conditionOf } from '../../../kinds';
import { joiningClaims } from '../../../model/joiningClaims';
import { joiningFor } from '../../../rule/joiningFor';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclaimWaitsForDeviceDoc } from './nodeclaimWaitsForDeviceDoc';

/** L4: a node's devices, mostly GPUs, are not registered. */
export const nodeclaimWaitsForDevice: Rule = {
  code: 'karpenter/L4',
  id: 'nodeclaim-waits-for-device',
  component: 'karpenter',
  doc: nodeclaimWaitsForDeviceDoc,
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const claim of joiningClaims(ctx)) {
      const condition = conditionOf(claim, 'Initialized');
      const waits =
        condition?.reason === 'ResourceNotRegistered' ||
        condition?.reason === 'DRADriverPoolsNotPublished';
      const time = waits ? joiningFor(ctx, claim) : undefined;
      if (waits && !time) {
        unsure = true;
      }
      if (time && time.age > 5 * MINUTE) {
        const pool = poolOf(claim) ?? '';
        const device = /"([^"]+)"/.exec(condition?.message ?? '')?.[1];
        findings.push({
          severity: 'critical',
          subject: subjectOf('NodeClaim', claim),
          since: time.since,
          title: `Node ${claim.nodeName ?? claim.name} has had no ${
            device ?? 'device'
          } for ${sayDuration(time.age)}`,
          evidence: [
            conditionEvidence('NodeClaim', claim, 'Initialized', condition),
          ],
          remedy: [
            {
              text: 'See whether the device plugin runs on the node',
              command: shellCommand`kubectl get pods -A -o wide --field-selector spec.nodeName=${
                claim.nodeName ?? ''
              }`,
            },
            {
              text: 'See the taints of the pool: the DaemonSet of the plugin has to tolerate them',
              command: shellCommand`kubectl get nodepool ${pool} -o jsonpath='{.spec.template.spec.taints}'`,
            },
          ],
          touches: [
            touch.claim(claim.name),
            touch.node(claim.nodeName ?? ''),
            touch.pool(pool),
            touch.waitingPods(),
          ],
          group: `${pool}/${device ?? ''}`,
        });
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};
