import { MINUTE, sayDuration } from '../engine/durations';
import { poolOf } from '../engine/ClusterIndex';
import { DraftFinding, Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { conditionOf } from '../kinds';
import { joiningClaims, joiningFor } from './claimStages';
import { shellCommand } from '../engine/shellCommand';

/** L4: a node's devices, mostly GPUs, are not registered. */
export const waitsForDevice: Rule = {
  code: 'karpenter/L4',
  rule: 'nodeclaim-waits-for-device',
  component: 'karpenter',
  title: 'Devices of a node are not registered',
  means:
    'Karpenter launched the node for a device (for example nvidia.com/gpu) that nothing has announced on it: the device plugin is missing, or does not tolerate the taints of the pool. The node costs and serves nobody; Karpenter never gives up on it.',
  detect:
    'NodeClaim condition Initialized is not True with reason ResourceNotRegistered (or DRADriverPoolsNotPublished) more than 5 minutes after creation.',
  remedyDoc:
    'Install the device plugin and let it tolerate the taints of the pool; drivers come with the AL2023 image.',
  source: 'facts/karpenter.md 6.C, facts/karpenter-observed.md 7',
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
      if (waits && !time) unsure = true;
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
            evidenceOf(
              'NodeClaim',
              claim,
              'status.conditions[Initialized]',
              `${condition?.status} ${condition?.reason}: ${
                condition?.message ?? ''
              }`,
            ),
          ],
          remedy: [
            {
              text: 'See whether the device plugin runs on the node',
              command: shellCommand`kubectl get pods -A -o wide --field-selector spec.nodeName=${
                claim.nodeName ?? ''
              }`,
            },
            {
              text: 'Let its DaemonSet tolerate the taints of the pool',
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
