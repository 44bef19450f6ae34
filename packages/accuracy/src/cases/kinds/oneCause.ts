import {
  ago,
  ciliumAgent,
  condition,
  daemonSet,
  nodeClass,
  nodePool,
  poolFacts,
} from '@clusterworks/kube-fixtures';
import { backOff, daemonPodName, standardCluster } from '../../world';
import { fault } from '../Case';

/** The agents of three nodes crash in the same way: one cause. */
export const threeAgentsCrashAlike = fault({
  name: 'three-agents-crash-alike',
  source: 'https://github.com/cilium/cilium/issues/28807',
  why: 'A change of the configuration makes agents end at start. Three nodes are affected, each since 20 minutes. It is one cause and has to be one finding that lists all three.',
  verdict: 'critical',
  root: ['cilium/D02', 'cilium/D01'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D12'],
  neutral: [
    'cilium/D01',
    'cilium/D02',
    'cilium/D19',
    'clusterworks/cilium-pods-running',
  ],
  says: ['and 2 more'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      daemonSet(ciliumAgent(cluster.facts), { scheduled: 6, ready: 3 }),
    );
    for (const key of ['general-1', 'general-2', 'general-3']) {
      const name = daemonPodName('cilium', cluster.at(key));
      cluster.edit('Pod', name, {
        status: {
          conditions: [
            {
              type: 'Ready',
              status: 'False',
              reason: 'ContainersNotReady',
              lastTransitionTime: ago('20m'),
            },
          ],
          containerStatuses: [
            {
              name: 'cilium-agent',
              image: 'quay.io/cilium/cilium:v1.19.9',
              imageID: '',
              ready: false,
              restartCount: 8,
              started: false,
              lastState: {
                terminated: {
                  exitCode: 1,
                  reason: 'Error',
                  startedAt: ago('3m'),
                  finishedAt: ago('2.9m'),
                },
              },
              state: { waiting: { reason: 'CrashLoopBackOff' } },
            },
          ],
        },
      });
      cluster.put(
        backOff(name, 'kube-system', 'cilium-agent', {
          firstAt: ago('19m'),
          at: ago('1m'),
          count: 30,
        }),
      );
    }
    return cluster;
  },
});

/** One class has no subnet; its two pools are not Ready because of it. */
export const unreadyClassOfTwoPools = fault({
  name: 'unready-class-of-two-pools',
  source:
    'https://karpenter.sh/docs/concepts/nodeclasses/#specsubnetselectorterms',
  why: 'The tag of the subnets of class batch was mistyped. Its pools batch and nightly are not Ready since 25 minutes. The class is the cause; both pools are consequences.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['karpenter/N1'],
  rootsMax: 1,
  mistakenFor: ['karpenter/N2', 'karpenter/P2', 'karpenter/P5'],
  neutral: ['karpenter/P1', 'karpenter/N5'],
  says: ['batch', 'subnet'],
  build: () => {
    const cluster = standardCluster();
    const since = ago('25m');
    const missing = 'SubnetSelector did not match any Subnets';
    cluster.put(
      nodeClass('batch', {
        cluster: cluster.facts,
        createdAt: ago('9d'),
        readyAt: null,
        conditions: [
          condition('AMIsReady', 'True', since),
          condition('SubnetsReady', 'False', since, 'SubnetsNotFound', missing),
          condition('SecurityGroupsReady', 'True', since),
          condition('InstanceProfileReady', 'True', since),
          condition('CapacityReservationsReady', 'True', since),
          condition('PlacementGroupReady', 'True', since),
          condition(
            'ValidationSucceeded',
            'Unknown',
            since,
            'DependenciesNotReady',
            'Awaiting subnets',
          ),
        ],
        status: { subnets: undefined },
      }),
      ...['batch', 'nightly'].map(name =>
        nodePool(name, {
          cluster: cluster.facts,
          createdAt: ago('9d'),
          readyAt: null,
          registrationHealthyAt: null,
          manifest: poolFacts(name, { nodeClass: 'batch' }).spec,
          conditions: [
            condition('ValidationSucceeded', 'True', ago('9d')),
            condition(
              'NodeClassReady',
              'False',
              since,
              'UnhealthyDependents',
              'SubnetsReady=False',
            ),
            condition(
              'NodeRegistrationHealthy',
              'Unknown',
              since,
              'AwaitingReconciliation',
              'object is awaiting reconciliation',
            ),
          ],
          usage: { nodes: 0, cpus: 0, memoryKi: 0, pods: 0, gpus: 0 },
        }),
      ),
    );
    return cluster;
  },
});
