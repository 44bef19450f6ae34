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
      name: 'a minor version out of support',
      world: of('1.17.18'),
      serverVersion: 'v1.32.1',
      said: warning,
      says: 'no fixes any more',
    },
    {
      name: 'a known fault that affects some clusters',
      world: of('1.19.7'),
      said: info,
      says: 'known fault',
    },
    {
      name: 'several remarks about one version are one finding',
      world: of('1.17.3', '1.16.5'),
      serverVersion: 'v1.36.1',
      said: warning,
      says: /agent is 1.17.3.*known fault.*no fixes.*tested with/,
    },
    {
      name: 'a version that cannot be read',
      world: of('latest'),
      state: 'unknown',
    },
  ],
  ciliumTable,
);
