import { ago } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A capacity reservation that ends in three weeks. */
export const reservationEndsInWeeks = lookAlike({
  name: 'reservation-ends-in-weeks',
  source: 'https://karpenter.sh/docs/tasks/odcrs/',
  why: 'The class uses a reservation that is active and ends in twenty days. There is time.',
  mistakenFor: ['karpenter/N7', 'karpenter/N5'],
  build: () => {
    const cluster = standardCluster();
    cluster.edit('EC2NodeClass', 'default', {
      status: {
        capacityReservations: [
          {
            id: 'cr-0c1d2e3f4a5b6c7d8',
            availabilityZone: 'eu-west-1a',
            instanceType: 'm6i.xlarge',
            instanceMatchCriteria: 'targeted',
            ownerID: '111122223333',
            reservationType: 'default',
            state: 'active',
            endTime: ago('-20d'),
          },
        ],
      },
    });
    return cluster;
  },
});
