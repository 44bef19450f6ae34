import { agentSet, operator } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';
import { ciliumVersionSkew } from './ciliumVersionSkew';

const of = (agent: string, own = agent) => ({
  daemonsets: [agentSet({ image: `quay.io/cilium/cilium:v${agent}` })],
  deployments: [operator({ image: `quay.io/cilium/operator-aws:v${own}` })],
});
const info = ['info DaemonSet/cilium'];
const warning = ['warning DaemonSet/cilium'];

judges(ciliumVersionSkew, [
  { what: 'the same, tested', given: of('1.19.9') },
  {
    what: 'another patch',
    given: of('1.19.9', '1.19.8'),
    said: info,
    says: 'agent is 1.19.9, its operator 1.19.8',
  },
  { what: 'another minor', given: of('1.19.9', '1.20.4'), said: warning },
  {
    what: 'Kubernetes not in the tested list',
    given: of('1.19.9'),
    serverVersion: 'v1.36.5',
    said: info,
    says: 'tested with Kubernetes 1.32 to 1.35',
  },
  {
    what: 'a line at its end',
    given: of('1.17.18'),
    serverVersion: 'v1.32.1',
    said: warning,
    says: 'no fixes any more',
  },
  {
    what: 'a fault that hits some',
    given: of('1.19.7'),
    said: info,
    says: 'known fault',
  },
  {
    what: 'a version that cannot be read',
    given: of('latest'),
    state: 'unknown',
  },
]);
