import { ago, nodePool, poolFacts } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault, lookAlike } from '../Case';

/** A capacity reservation ends in five hours. */
export const reservationEndsTonight = fault({
  name: 'reservation-ends-tonight',
  source: 'https://karpenter.sh/docs/tasks/odcrs/',
  why: 'The reservation that the class uses ends in five hours, and EC2 calls it expiring. New nodes are no longer assured from then on.',
  verdict: 'degraded',
  verdictAlso: ['healthy'],
  root: ['karpenter/N7'],
  rootsMax: 1,
  mistakenFor: ['karpenter/N5', 'karpenter/L8'],
  says: ['reservation'],
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
            state: 'expiring',
            endTime: ago('-5h'),
          },
        ],
      },
    });
    return cluster;
  },
});

/** The pool may grow far beyond what its small subnets can address. */
export const poolMayOutgrowSmallSubnets = lookAlike({
  name: 'pool-may-outgrow-small-subnets',
  source: 'https://karpenter.sh/docs/concepts/nodepools/#speclimits',
  why: 'limits.cpu of 400 lets the pool add 96 nodes, and its subnets are /26. It runs well with four nodes: a note in time, no warning.',
  neutral: ['clusterworks/pool-outgrows-subnets'],
  mistakenFor: ['karpenter/P3', 'cilium/D12', 'cilium/D07'],
  anywhere: ['pool-outgrows-subnets'],
  build: () => {
    const cluster = standardCluster({
      subnets: [
        {
          id: 'subnet-a',
          zone: 'eu-west-1a',
          zoneId: 'euw1-az1',
          cidr: '10.0.2.0/25',
        },
        {
          id: 'subnet-b',
          zone: 'eu-west-1b',
          zoneId: 'euw1-az2',
          cidr: '10.0.34.0/25',
        },
      ],
    });
    cluster.put(
      nodePool('general', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        manifest: poolFacts('general', { limits: { cpu: '400' } }).spec,
        usage: {
          nodes: 4,
          cpus: 16,
          memoryKi: 64 * 1024 ** 2,
          pods: 224,
          gpus: 0,
        },
      }),
    );
    return cluster;
  },
});
