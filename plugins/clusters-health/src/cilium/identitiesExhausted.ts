import { notApplicable, pass, Rule } from '../engine/Rule';
import { clusterSubject } from '../engine/subjects';
import { setting } from './ciliumContext';
import { fixedCommand } from '../engine/shellCommand';

const LIMIT = 65535;
/** With 511 connected clusters one bit of the identity names the cluster. */
const LIMIT_OF_511 = 32767;
const SHARE = 0.8;

/** D17: identities are nearly used up. */
export const identitiesExhausted: Rule = {
  code: 'cilium/D17',
  rule: 'identities-nearly-used-up',
  component: 'cilium',
  title: 'Security identities are nearly used up',
  means:
    'Each set of labels gets an identity. When there are none left, pods with new labels get no network.',
  detect:
    'Number of CiliumIdentities at or above 80 % of 65,535 (32,767 when max-connected-clusters is 511).',
  remedyDoc:
    'Exclude labels with many values (job ids, hashes) from the identity-relevant ones.',
  source: 'facts/cilium.md 3.4 D17',
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
    if (count < SHARE * limit) return pass();
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
