import { ago, karpenterEvent } from '@clusterworks/kube-fixtures';
import { poolNamed, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A zonal shift is active; Karpenter avoids the zone as it should. */
export const zonalShift = lookAlike({
  name: 'zonal-shift',
  source:
    'https://docs.aws.amazon.com/r53recovery/latest/dg/arc-zonal-shift.html',
  why: 'Operations shifted traffic away from eu-west-1b for a drill. Karpenter launches elsewhere; every pod runs.',
  mistakenFor: ['karpenter/L8', 'karpenter/P5', 'karpenter/P1'],
  neutral: ['karpenter/P9'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      karpenterEvent(
        poolNamed('general'),
        {
          type: 'Normal',
          reason: 'ZonalShiftActive',
          message: 'Zonal shift is active for zone eu-west-1b',
        },
        { firstAt: ago('25m'), at: ago('2m'), count: 12 },
      ),
    );
    return cluster;
  },
});
