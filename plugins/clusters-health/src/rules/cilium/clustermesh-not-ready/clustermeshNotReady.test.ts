import { clustermeshNotReady } from './clustermeshNotReady';
import {
  config,
  operator,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const mesh = (id: string, ready = 1, ipam = 'eni') => ({
  deployments: [
    operator({}),
    operator({ name: 'clustermesh-apiserver', ready }),
  ],
  configmaps: [config({ 'cluster-id': id, ipam })],
});
const subject = 'Deployment/clustermesh-apiserver';

describeRule(
  clustermeshNotReady,
  [
    { name: 'works', world: mesh('7') },
    { name: 'down', world: mesh('7', 0), said: [`warning ${subject}`] },
    { name: 'id 0', world: mesh('0'), said: [`warning ${subject}`] },
    { name: 'id 127 in ENI mode', world: mesh('127') },
    {
      name: 'id 128 in ENI mode',
      world: mesh('128'),
      said: [`warning ${subject}`],
    },
    { name: 'id 128 elsewhere', world: mesh('128', 1, 'cluster-pool') },
    {
      name: 'id is no number',
      world: mesh('seven'),
      said: [`warning ${subject}`],
      says: /./,
    },
    { name: 'no mesh', world: {}, state: 'notApplicable' },
  ],
  { ...ciliumTable, healthy: 'notApplicable' },
);
