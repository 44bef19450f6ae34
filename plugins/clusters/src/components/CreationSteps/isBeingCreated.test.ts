import { isBeingCreated } from './isBeingCreated';

const connected = { state: 'live' } as const;
const notProvisioned = { state: 'notProvisioned' } as const;

describe('isBeingCreated', () => {
  it.each([
    ['merged, and not applied yet', { connection: notProvisioned }, true],
    [
      'applied, without a node',
      { connection: connected, phase: 'building' },
      true,
    ],
    ['running', { connection: connected, phase: 'running' }, false],
    ['of an unknown phase', { connection: connected }, false],
    ['not readable', { connection: { state: 'unreachable' } }, false],
    ['draining', { connection: notProvisioned, phase: 'draining' }, false],
    ['destroyed', { connection: notProvisioned, drained: true }, false],
  ] as const)('of a cluster that is %s', (_what, row, expected) => {
    expect(isBeingCreated(row)).toBe(expected);
  });
});
