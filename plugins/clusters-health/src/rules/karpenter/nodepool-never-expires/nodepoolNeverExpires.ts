import type { Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { nodepoolNeverExpiresDoc } from './nodepoolNeverExpiresDoc';

/**
 * P10: the nodes of a NodePool never expire, and nothing ends a drain that
 * hangs.
 */
export const nodepoolNeverExpires: Rule = {
  code: 'karpenter/P10',
  id: 'nodepool-never-expires',
  component: 'karpenter',
  doc: nodepoolNeverExpiresDoc,
  concerns: 'ownPools',
  needs: ['nodepools'],
  evaluate(ctx) {
    return {
      findings: ctx.index
        .ownPools()
        .filter(
          pool =>
            pool.expireAfter === 'Never' &&
            pool.terminationGracePeriod === undefined,
        )
        .map(pool => ({
          severity: 'info' as const,
          subject: subjectOf('NodePool', pool),
          title: `Nodes of NodePool ${pool.name} never expire and have no end to their drain`,
          evidence: [
            evidenceOf(
              'NodePool',
              pool,
              'spec.template.spec.expireAfter',
              pool.expireAfter,
            ),
          ],
          remedy: [
            {
              text: 'Set terminationGracePeriod, for example 24h, or an expiry',
            },
          ],
          touches: [touch.pool(pool.name)],
        })),
    };
  },
};
