import { ago } from '@clusterworks/kube-fixtures';
import { clustermeshNotReady } from './clustermeshNotReady';
import {
  config,
  operator,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const mesh = (id: string, down?: number, ipam = 'eni') => ({
  deployments: [
    operator({}),
    operator({
      name: 'clustermesh-apiserver',
      ready: down === undefined ? 1 : 0,
      conditions:
        down === undefined
          ? []
          : [
              {
                type: 'Available',
                status: 'False',
                lastTransitionTime: ago(`${down}s`),
              },
            ],
    }),
  ],
  configmaps: [config({ 'cluster-id': id, ipam })],
});
const subject = 'Deployment/clustermesh-apiserver';

describeRule(
  clustermeshNotReady,
  [
    { name: 'works', world: mesh('7') },
    {
      name: 'down for 5 minutes',
      world: mesh('7', 300),
      said: [`warning ${subject}`],
      says: '0 of 1 replicas',
    },
    { name: 'down for just below 5 minutes', world: mesh('7', 299) },
    {
      name: 'down for an unknown time',
      world: {
        ...mesh('7'),
        deployments: [operator({ name: 'clustermesh-apiserver', ready: 0 })],
      },
      state: 'unknown',
      says: 'second look',
    },
    {
      name: 'both',
      world: mesh('0', 300),
      said: [`warning ${subject}`, `warning ${subject}`],
    },
    { name: 'id 0', world: mesh('0'), said: [`warning ${subject}`] },
    { name: 'id 127 in ENI mode', world: mesh('127') },
    {
      name: 'id 128 in ENI mode',
      world: mesh('128'),
      said: [`warning ${subject}`],
    },
    { name: 'id 128 elsewhere', world: mesh('128', undefined, 'cluster-pool') },
    {
      name: 'id is not a number',
      world: mesh('seven'),
      said: [`warning ${subject}`],
      says: /./,
    },
    { name: 'no mesh', world: {}, state: 'notApplicable' },
  ],
  { ...ciliumTable, healthy: 'notApplicable' },
);
