import type { Rule } from '../../../rule/Rule';
import { notApplicable, pass } from '../../../rule/Rule';
import { clusterSubject } from '../../../rule/subjects';
import { setting } from '../../../model/cilium/ciliumSettings';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { identitiesNearlyUsedUpDoc } from './identitiesNearlyUsedUpDoc';

const LIMIT = 65535;
/**
 * With up to 511 connected clusters, one bit of the identity belongs to the
 * cluster id.
 */
const LIMIT_OF_511 = 32767;
const SHARE = 0.8;

/** D17: identities are nearly used up. */
export const identitiesNearlyUsedUp: Rule = {
  code: 'cilium/D17',
  id: 'identities-nearly-used-up',
  component: 'cilium',
  doc: identitiesNearlyUsedUpDoc,
  needs: ['ciliumidentities'],
  uses: ['configmaps'],
  evaluate(ctx) {
    const mode = setting(ctx, 'identity-allocation-mode');
    if (mode !== undefined && mode !== 'crd') {
      return notApplicable(`identities are kept in ${mode}`);
    }
    const wide = setting(ctx, 'max-connected-clusters') === '511';
    const limit = wide ? LIMIT_OF_511 : LIMIT;
    const count = ctx.items('ciliumidentities').length;
    if (count < SHARE * limit) {
      return pass();
    }
    return {
      findings: [
        {
          severity: 'warning',
          subject: clusterSubject(ctx.cluster),
          since: ctx.heldSince('identities'),
          title: `${count} of ${limit} security identities are in use`,
          evidence: [
            {
              object: 'CiliumIdentity',
              path: '(number of objects)',
              value: String(count),
            },
          ],
          remedy: [
            {
              text: 'Find the labels with the most values',
              command: fixedCommand`kubectl get ciliumidentities -o json | jq -r '.items[]."security-labels"|to_entries[]|.key' | sort | uniq -c | sort -rn | head`,
            },
          ],
        },
      ],
    };
  },
};
