import { podsStuckInContainerCreating } from './podsStuckInContainerCreating';
import {
  pluginMessage,
  sandboxCause,
} from '../../../model/cilium/sandboxCause';
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
      name: 'an address that is in use',
      world: failing(
        'plugin type="cilium-cni" failed (add): unable to create endpoint: [PUT /endpoint/{id}][400] putEndpointIdInvalid  IP ipv4:10.1.2.3 is already in use',
        900,
      ),
      said: ['critical Node/a'],
      says: 'considers in use',
      offers: 'cilium-dbg endpoint list',
      offersNot: /agent is ready/,
    },
    {
      name: 'an interface that does not exist',
      world: failing(
        'failed (add): unable to find ifindex for interface MAC: interface with MAC 02:00:00:00:00:09 not found',
        900,
      ),
      said: ['critical Node/a'],
      says: 'interface that the node does not have',
      offers: 'Values=i-a',
    },
    {
      name: 'an unknown message is quoted',
      world: failing(
        'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "3e42": plugin type="cilium-cni" failed (add): unable to frobnicate the datapath',
        900,
      ),
      said: ['critical Node/a'],
      says: /cannot set up the network: unable to frobnicate the datapath$/,
      offersNot: /agent is ready/,
    },
    {
      name: 'two causes on one node are two findings',
      world: {
        pods: [agentPod('a'), hanging('web'), hanging('api')],
        events: [
          sandboxEvent('web', none, { first: 60, last: 5 }),
          sandboxEvent('api', 'Cilium API client timeout exceeded', {
            first: 60,
            last: 5,
          }),
        ],
      },
      said: ['warning Node/a', 'warning Node/a'],
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
      name: 'the pod has an address now',
      world: {
        ...failing(none, 300),
        pods: [hanging('web', { ip: '10.0.1.1' })],
      },
    },
    { name: 'the pod is gone', world: { ...failing(none), pods: [] } },
    {
      name: 'two pods with one cause are one finding',
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
  [
    'unable to create endpoint: [PUT /endpoint/{id}][400] putEndpointIdInvalid  IP ipv4:10.1.2.3 is already in use',
    'addressInUse',
  ],
  ['unable to find ifindex for interface MAC: no such', 'noInterface'],
  [
    'unable to resolve identity: failed to assign a global identity: timeout exceeded',
    'identity',
  ],
  [
    'unable to create endpoint: Cilium API client timeout exceeded',
    'slowAgent',
  ],
  [
    'Put "http://localhost/v1/endpoint/cilium-local:0" on /var/run/cilium/cilium.sock: context deadline exceeded',
    'slowAgent',
  ],
  [
    'unable to connect to Cilium agent: failed to create cilium agent client after 30.000000 seconds timeout: dial unix /var/run/cilium/cilium.sock: connect: no such file or directory',
    'agentDown',
  ],
  ['something else', 'other'],
])('%s', (message, cause) => {
  expect(sandboxCause(message)).toBe(cause);
});

it.each([
  ['a failed (add): what counts\n', 'what counts'],
  ['rpc error: code = Unknown desc = something', 'something'],
  ['plain', 'plain'],
])('extracts the message of the plugin: %s', (message, said) => {
  expect(pluginMessage(message)).toBe(said);
});

it('cuts an overlong message', () => {
  expect(pluginMessage('x'.repeat(9000))).toHaveLength(161);
});
