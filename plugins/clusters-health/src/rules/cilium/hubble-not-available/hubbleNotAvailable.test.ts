import { hubbleNotAvailable } from './hubbleNotAvailable';
import { ago, config, operator } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const down = (seconds: number) => [
  { type: 'Available', status: 'False', lastTransitionTime: ago(seconds) },
];
const relay = (seconds: number) => [
  operator({}),
  operator({ name: 'hubble-relay', ready: 0, conditions: down(seconds) }),
];

judges(hubbleNotAvailable, [
  {
    what: 'relay down for 5 minutes',
    given: { deployments: relay(300) },
    said: ['warning Deployment/hubble-relay'],
  },
  {
    what: 'relay down for just below 5 minutes',
    given: { deployments: relay(299) },
  },
  {
    what: 'relay down, since when is not known',
    given: { deployments: [operator({ name: 'hubble-relay', ready: 0 })] },
    state: 'unknown',
    says: 'second look',
  },
  {
    what: 'enabled, no relay',
    given: { configmaps: [config({ 'enable-hubble': 'true' })] },
    said: ['info Cluster/test'],
  },
  { what: 'not enabled', given: {}, state: 'notApplicable' },
  {
    what: 'relay runs',
    given: { deployments: [operator({ name: 'hubble-relay' })] },
  },
]);
