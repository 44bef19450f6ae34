import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Definitions were upgraded first, as the guide says; the controller follows. */
export const definitionsAheadOfController = lookAlike({
  name: 'definitions-ahead-of-controller',
  source: 'https://karpenter.sh/docs/upgrading/upgrade-guide/#crd-upgrades',
  why: 'The chart of the definitions was applied a minute ago; the controller of the version before still runs. New fields that nobody writes do no harm.',
  mistakenFor: ['karpenter/C8', 'karpenter/C6', 'karpenter/C4'],
  build: () => {
    const cluster = standardCluster({
      versions: { kubernetes: '1.34', karpenter: '1.8.1', cilium: '1.19.9' },
    });
    return cluster;
  },
});
