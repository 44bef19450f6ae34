import { clustermeshNotReady } from './clustermeshNotReady';
import { config, operator } from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const mesh = (id: string, ready = 1, ipam = 'eni') => ({
  deployments: [
    operator({}),
    operator({ name: 'clustermesh-apiserver', ready }),
  ],
  configmaps: [config({ 'cluster-id': id, ipam })],
});
const subject = 'Deployment/clustermesh-apiserver';

judges(clustermeshNotReady, [
  { what: 'works', given: mesh('7') },
  { what: 'down', given: mesh('7', 0), said: [`warning ${subject}`] },
  { what: 'id 0', given: mesh('0'), said: [`warning ${subject}`] },
  { what: 'id 127 in ENI mode', given: mesh('127') },
  {
    what: 'id 128 in ENI mode',
    given: mesh('128'),
    said: [`warning ${subject}`],
  },
  { what: 'id 128 elsewhere', given: mesh('128', 1, 'cluster-pool') },
  {
    what: 'id is no number',
    given: mesh('seven'),
    said: [`warning ${subject}`],
    says: /./,
  },
  { what: 'no mesh', given: {}, state: 'notApplicable' },
]);
