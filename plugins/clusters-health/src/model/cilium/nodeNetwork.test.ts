import { kinds } from '../../kinds';
import { isRefused, nodeNetwork, subnetOf } from './nodeNetwork';

function ciliumNode(spec: object, status?: object) {
  const facts = kinds.ciliumnodes.project({
    metadata: { name: 'node-a' },
    spec,
    status,
  });
  if (!facts) {
    throw new Error('not readable');
  }
  return facts;
}

const internal = [
  { type: 'InternalIP', ip: '10.0.0.1' },
  { type: 'CiliumInternalIP', ip: '10.0.0.2' },
];
const pool = (size: number) => ({
  pool: Object.fromEntries(
    Array.from({ length: size }, (_, index) => [`10.0.1.${index}`, {}]),
  ),
});
const primary = { eni: { enis: { 'eni-1': { subnet: { id: 'subnet-a' } } } } };

it.each([
  ['as the agent created it', { ipam: { pools: {} } }, undefined, 'noStatus'],
  ['first write, nothing yet', {}, { eni: {} }, 'noStatus'],
  ['primary without addresses', {}, primary, 'noAddresses'],
  ['four of eight', { ipam: pool(4) }, primary, 'partialPool'],
  ['eight, agent not yet there', { ipam: pool(8) }, primary, 'agentWaits'],
  [
    'pre-allocate 2 as set',
    { ipam: { ...pool(4), 'pre-allocate': 2 } },
    primary,
    'agentWaits',
  ],
  ['settled', { addresses: internal, ipam: pool(12) }, primary, 'up'],
  ['lost its pool', { addresses: internal, ipam: {} }, primary, 'noAddresses'],
  [
    'interfaces gone, pool left',
    { addresses: internal, ipam: pool(12) },
    { eni: {} },
    'instanceGone',
  ],
])('%s', (_what, spec, status, expected) => {
  expect(nodeNetwork(ciliumNode(spec, status))).toBe(expected);
});

it('finds the subnet from which Cilium takes addresses', () => {
  const enis = {
    a: { subnet: { id: 'subnet-a' } },
    b: { number: 1, subnet: { id: 'subnet-b' } },
  };
  const spec = (index: number) => ({
    eni: { 'first-interface-index': index, 'node-subnet-id': 'subnet-n' },
  });
  expect(subnetOf(ciliumNode(spec(0), { eni: { enis } }))).toBe('subnet-a');
  expect(subnetOf(ciliumNode(spec(1), { eni: { enis } }))).toBe('subnet-b');
  expect(subnetOf(ciliumNode(spec(2), { eni: { enis } }))).toBe('subnet-n');
  expect(subnetOf(ciliumNode({}, primary))).toBe('subnet-a');
});

it('distinguishes a refusal by EC2 from a silent operator', () => {
  expect(isRefused('noAddresses')).toBe(true);
  expect(isRefused('partialPool')).toBe(true);
  expect(isRefused('noStatus')).toBe(false);
});
