import {
  agentSet,
  operator,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';
import { ciliumVersionSkew } from './ciliumVersionSkew';

const of = (agent: string, own = agent) => ({
  daemonsets: [agentSet({ image: `quay.io/cilium/cilium:v${agent}` })],
  deployments: [operator({ image: `quay.io/cilium/operator-aws:v${own}` })],
});
const info = ['info DaemonSet/cilium'];
const warning = ['warning DaemonSet/cilium'];

describeRule(
  ciliumVersionSkew,
  [
    { name: 'the same, tested', world: of('1.19.9') },
    {
      name: 'another patch',
      world: of('1.19.9', '1.19.8'),
      said: info,
      says: 'agent is 1.19.9, its operator 1.19.8',
    },
    { name: 'another minor', world: of('1.19.9', '1.20.4'), said: warning },
    {
      name: 'Kubernetes not in the tested list',
      world: of('1.19.9'),
      serverVersion: 'v1.36.5',
      said: info,
      says: 'tested with Kubernetes 1.32 to 1.35',
    },
    {
      name: 'a line at its end',
      world: of('1.17.18'),
      serverVersion: 'v1.32.1',
      said: warning,
      says: 'no fixes any more',
    },
    {
      name: 'a fault that hits some',
      world: of('1.19.7'),
      said: info,
      says: 'known fault',
    },
    {
      name: 'a version that cannot be read',
      world: of('latest'),
      state: 'unknown',
    },
  ],
  ciliumTable,
);
