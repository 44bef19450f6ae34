import { ago, service } from '@clusterworks/kube-fixtures';
import {
  addWaitingPods,
  launchRefused,
  lostClaim,
  sandboxFailure,
  standardCluster,
} from '../../world';
import { fault } from '../Case';

/** The agent refuses endpoints with words that no rule knows. */
export const agentRefusesWithUnknownWords = fault({
  name: 'agent-refuses-with-unknown-words',
  source: 'https://docs.cilium.io/en/stable/api/',
  why: 'The agent of a node refuses new endpoints since 14 minutes: "invalid endpoint state 4711 for regeneration epoch". It is ready, addresses are free. Nobody knows the message: it has to be quoted.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['cilium/D20'],
  rootsMax: 1,
  mistakenFor: ['cilium/D12', 'cilium/D02', 'cilium/D07', 'cilium/D13'],
  says: ['regeneration epoch'],
  saysNot: ['see whether the agent is ready'],
  build: () => {
    const cluster = standardCluster();
    const names = cluster.run(
      service('feed', 'shop'),
      ['general-2', 'general-2'],
      {
        createdAt: ago('15m'),
        startedAt: null,
        counts: { ready: 0, availableSince: ago('15m') },
      },
    );
    cluster.put(
      ...names.map(name =>
        sandboxFailure(
          name,
          'shop',
          'unable to create endpoint: [PUT /endpoint/{id}][500] putEndpointIdFailed "invalid endpoint state 4711 for regeneration epoch"',
          { firstAt: ago('14m'), at: ago('35s'), count: 40 },
        ),
      ),
    );
    return cluster;
  },
});

/** EC2 refuses launches with a code that has nothing to do with capacity. */
export const ec2RefusesWithUnknownCode = fault({
  name: 'ec2-refuses-with-unknown-code',
  source:
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
  why: 'Every launch is refused with InvalidParameterCombination: the image boots with UEFI only, the chosen types cannot. Four launches in 12 minutes; three pods wait. More types of the same kind would not help.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['karpenter/L8', 'karpenter/L1'],
  rootsMax: 1,
  mistakenFor: ['karpenter/P5', 'karpenter/P3', 'karpenter/L2'],
  neutral: ['clusterworks/pods-waiting', 'karpenter/L9'],
  says: ['InvalidParameterCombination'],
  saysNot: ['no capacity'],
  build: () => {
    const cluster = standardCluster();
    for (const [index, minutes] of [11, 8, 5, 1].entries()) {
      cluster.put(
        launchRefused(
          'general',
          index,
          'InvalidParameterCombination: The boot mode of the specified image (uefi) is not supported by the instance type m6i.xlarge',
          ago(`${minutes}m`),
        ),
      );
    }
    addWaitingPods(cluster, service('pricing', 'shop'), {
      count: 3,
      since: '12m',
      nominated: {
        claimName: lostClaim('general', 3).name,
        createdAt: ago('1m'),
      },
    });
    return cluster;
  },
});
