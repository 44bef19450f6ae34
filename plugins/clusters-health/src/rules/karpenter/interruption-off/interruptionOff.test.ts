import { describeRule } from '../../../testing/describeRule';
import { karpenterDeployment, nodePool } from '../../../testing/world';
import { interruptionOff } from './interruptionOff';

const spotPool = nodePool('general', {
  spec: {
    template: {
      spec: {
        requirements: [
          {
            key: 'karpenter.sh/capacity-type',
            operator: 'In',
            values: ['spot', 'on-demand'],
          },
        ],
      },
    },
  },
});
const withEnv = (env: unknown) =>
  karpenterDeployment({
    spec: {
      template: {
        spec: {
          containers: [
            { name: 'controller', image: 'k:1.14.3', ...(env ? { env } : {}) },
          ],
        },
      },
    },
  });

describeRule(
  interruptionOff,
  [
    {
      name: 'fires with spot and without a queue',
      world: {
        nodepools: [spotPool],
        deployments: [withEnv([{ name: 'CLUSTER_NAME', value: 'x' }])],
      },
      state: 'fired',
      severity: 'warning',
    },
    {
      name: 'fires on an empty queue',
      world: {
        nodepools: [spotPool],
        deployments: [withEnv([{ name: 'INTERRUPTION_QUEUE', value: '' }])],
      },
      state: 'fired',
    },
    {
      name: 'passes with spot and a queue',
      world: { nodepools: [spotPool] },
      state: 'pass',
    },
    {
      name: 'is unknown in a capture, which has no environment',
      world: { nodepools: [spotPool], deployments: [withEnv(undefined)] },
      state: 'unknown',
      says: 'not in the data',
    },
  ],
  { healthy: 'notApplicable' },
);
