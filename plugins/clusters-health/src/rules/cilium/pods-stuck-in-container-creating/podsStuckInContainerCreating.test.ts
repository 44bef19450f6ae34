import { podsStuckInContainerCreating } from './podsStuckInContainerCreating';
import { sandboxCause } from '../../../model/cilium/sandboxFailures';
import {
  agentPod,
  node,
  pod,
  sandboxEvent,
  ciliumTable,
} from '../../../testing/cilium/testCluster';
import { describeRule } from '../../../testing/describeRule';

const hanging = (name: string, options: object = {}) =>
  pod(name, { phase: 'Pending', ready: false, ...options });
const failing = (message: string, first = 100, last = 10) => ({
  pods: [agentPod('a'), hanging('web')],
  events: [sandboxEvent('web', message, { first, last })],
});
const none = 'no IPs currently available on the node';

describeRule(
  podsStuckInContainerCreating,
  [
    {
      name: 'no address for less than 5 minutes',
      world: failing(none, 299),
      said: ['warning Node/a'],
      says: '1 pod on node a cannot start: the node has no free address',
    },
    {
      name: 'no address for 5 minutes',
      world: failing(none, 300),
      said: ['critical Node/a'],
    },
    {
      name: 'a rate limit stays a warning',
      world: failing('putEndpointIdTooManyRequests', 900),
      said: ['warning Node/a'],
      says: 'limits how many',
    },
    {
      name: 'on a node that another network serves',
      world: {
        pods: [agentPod('b'), hanging('web')],
        events: [sandboxEvent('web', none, { first: 900, last: 10 })],
        nodes: [
          node('b'),
          node('a', { labels: { 'kubernetes.io/os': 'windows' } }),
        ],
      },
    },
    { name: 'the event is over', world: failing(none, 1900, 601) },
    {
      name: 'the pod has its address by now',
      world: {
        ...failing(none, 300),
        pods: [hanging('web', { ip: '10.0.1.1' })],
      },
    },
    { name: 'the pod is gone', world: { ...failing(none), pods: [] } },
    {
      name: 'two pods of one cause are one finding',
      world: {
        pods: [hanging('web'), hanging('api')],
        events: ['web', 'api'].map(name =>
          sandboxEvent(name, none, { first: 60, last: 5 }),
        ),
      },
      said: ['warning Node/a'],
      says: '2 pods',
    },
    {
      name: 'an event without a name',
      world: {
        events: [{ metadata: { name: 'x' }, reason: 'FailedCreatePodSandBox' }],
      },
    },
  ],
  ciliumTable,
);

it.each([
  [
    'unable to allocate IP via local cilium agent: No more IPs available',
    'noAddress',
  ],
  ['no IPs currently available on the node', 'noAddress'],
  ['all CIDR ranges are exhausted', 'noAddress'],
  ['[PUT /endpoint/{id}][429] putEndpointIdTooManyRequests', 'rateLimit'],
  [
    'dial unix /var/run/cilium/cilium.sock: connect: connection refused',
    'agentDown',
  ],
  ['failed to find plugin "cilium-cni" in path [/opt/cni/bin]', 'notInstalled'],
  ['plugin type="aws-cni" name="aws-cni" failed (add)', 'awsCni'],
  ['something else', 'other'],
])('%s', (message, cause) => {
  expect(sandboxCause(message)).toBe(cause);
});
