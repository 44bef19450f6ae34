import {
  ago,
  condition,
  nodeClass,
  nodePool,
} from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { fault } from '../Case';

/** The alias was set to an image version that was never released. */
export const imageVersionDoesNotExist = fault({
  name: 'image-version-does-not-exist',
  source: 'https://karpenter.sh/docs/concepts/nodeclasses/#alias',
  why: 'amiSelectorTerms names al2023@v20261131. Karpenter cannot resolve it and leaves AMIsReady True for the generation before: only the generations and Ready tell. 70 minutes.',
  verdict: 'critical',
  root: ['karpenter/N3'],
  rootsMax: 1,
  mistakenFor: ['karpenter/N1', 'karpenter/N2', 'karpenter/N4', 'karpenter/N5'],
  neutral: ['karpenter/P1'],
  says: ['AMI|image|alias'],
  build: () => {
    const cluster = standardCluster();
    const since = ago('70m');
    cluster.put(
      nodeClass('default', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        metadata: { generation: 2 },
        spec: { amiSelectorTerms: [{ alias: 'al2023@v20261131' }] },
        conditions: [
          'CapacityReservationsReady',
          'PlacementGroupReady',
          'SubnetsReady',
          'SecurityGroupsReady',
          'InstanceProfileReady',
          'ValidationSucceeded',
        ]
          .map(type => ({
            ...condition(type, 'True', ago('30d')),
            observedGeneration: 2,
          }))
          .concat([
            {
              ...condition(
                'Ready',
                'Unknown',
                since,
                'ReconcilingDependents',
                'AMIsReady=True',
              ),
              observedGeneration: 2,
            },
          ]),
      }),
      nodePool('general', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        conditions: [
          condition(
            'NodeClassReady',
            'False',
            since,
            'NodeClassReadinessUnknown',
            'Node Class Readiness Unknown',
          ),
          condition(
            'Ready',
            'False',
            since,
            'UnhealthyDependents',
            'NodeClassReady=False',
          ),
        ],
      }),
    );
    return cluster;
  },
});
