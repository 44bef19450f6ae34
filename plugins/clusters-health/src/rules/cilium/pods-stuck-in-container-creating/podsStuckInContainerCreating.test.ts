import { podsStuckInContainerCreating } from './podsStuckInContainerCreating';
import { sandboxCause } from '../../../model/cilium/sandboxFailures';
import {
  agentPod,
  node,
  pod,
  sandboxEvent,
} from '../../../testing/cilium/testCluster';
import { judges } from '../../../testing/cilium/testRows';

const hanging = (name: string, options: object = {}) =>
  pod(name, { phase: 'Pending', ready: false, ...options });
const failing = (message: string, first = 100, last = 10) => ({
  pods: [agentPod('a'), hanging('web')],
  events: [sandboxEvent('web', message, { first, last })],
});
const none = 'no IPs currently available on the node';

judges(podsStuckInContainerCreating, [
  {
    what: 'no address for less than 5 minutes',
    given: failing(none, 299),
    said: ['warning Node/a'],
    says: '1 pod on node a cannot start: the node has no free address',
  },
  {
    what: 'no address for 5 minutes',
    given: failing(none, 300),
    said: ['critical Node/a'],
  },
  {
    what: 'a rate limit stays a warning',
    given: failing('putEndpointIdTooManyRequests', 900),
    said: ['warning Node/a'],
    says: 'limits how many',
  },
  {
    what: 'on a node that another network serves',
    given: {
      pods: [agentPod('b'), hanging('web')],
      events: [sandboxEvent('web', none, { first: 900, last: 10 })],
      nodes: [
        node('b'),
        node('a', { labels: { 'kubernetes.io/os': 'windows' } }),
      ],
    },
  },
  { what: 'the event is over', given: failing(none, 1900, 601) },
  {
    what: 'the pod has its address by now',
    given: {
      ...failing(none, 300),
      pods: [hanging('web', { ip: '10.0.1.1' })],
    },
  },
  { what: 'the pod is gone', given: { ...failing(none), pods: [] } },
  {
    what: 'two pods of one cause are one finding',
    given: {
      pods: [hanging('web'), hanging('api')],
      events: ['web', 'api'].map(name =>
        sandboxEvent(name, none, { first: 60, last: 5 }),
      ),
    },
    said: ['warning Node/a'],
    says: '2 pods',
  },
  {
    what: 'an event without a name',
    given: {
      events: [{ metadata: { name: 'x' }, reason: 'FailedCreatePodSandBox' }],
    },
  },
]);

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
