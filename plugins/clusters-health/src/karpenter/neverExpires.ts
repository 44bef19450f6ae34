import { Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';

/** P10: nodes of a NodePool may live, and hang, for ever. */
export const neverExpires: Rule = {
  code: 'karpenter/P10',
  rule: 'nodepool-never-expires',
  component: 'karpenter',
  title: 'Nodes of the NodePool never expire',
  means:
    'With expireAfter Never and no terminationGracePeriod a node that hangs, or one whose pods refuse to go, stays for ever.',
  detect:
    'NodePool spec.template.spec.expireAfter is Never and terminationGracePeriod is absent.',
  remedyDoc: 'Set terminationGracePeriod, or an expiry.',
  source: 'facts/karpenter.md 6.B, facts/karpenter-observed.md 32',
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
