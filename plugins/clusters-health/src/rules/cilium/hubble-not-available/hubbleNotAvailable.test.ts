import { ago } from '@clusterworks/kube-fixtures';
import { hubbleNotAvailable } from './hubbleNotAvailable';
import {
  config,
  operator,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const down = (seconds: number) => [
  {
    type: 'Available',
    status: 'False',
    lastTransitionTime: ago(`${seconds}s`),
  },
];
const relay = (seconds: number) => [
  operator({}),
  operator({ name: 'hubble-relay', ready: 0, conditions: down(seconds) }),
];

describeRule(
  hubbleNotAvailable,
  [
    {
      name: 'relay down for 5 minutes',
      world: { deployments: relay(300) },
      said: ['warning Deployment/hubble-relay'],
    },
    {
      name: 'relay down for just below 5 minutes',
      world: { deployments: relay(299) },
    },
    {
      name: 'relay down for an unknown time',
      world: { deployments: [operator({ name: 'hubble-relay', ready: 0 })] },
      state: 'unknown',
      says: 'second look',
    },
    {
      name: 'enabled, no relay',
      world: { configmaps: [config({ 'enable-hubble': 'true' })] },
      said: ['info Cluster/test'],
    },
    { name: 'not enabled', world: {}, state: 'notApplicable' },
    {
      name: 'relay runs',
      world: { deployments: [operator({ name: 'hubble-relay' })] },
    },
  ],
  { ...ciliumTable, healthy: 'notApplicable' },
);
