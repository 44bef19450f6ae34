import { emptyMemory, Memory } from '../../../rule/memory';
import { doubleLaunch } from './doubleLaunch';
import {
  ago,
  look,
  now,
  startupTaint,
} from '../../../testing/cilium/testCluster';

const pool = (startupTaints: object[] = []) => ({
  metadata: { name: 'general' },
  spec: { template: { spec: { startupTaints } } },
});
const twin = (age: number) => ({
  metadata: {
    name: 'general-2',
    labels: { 'karpenter.sh/nodepool': 'general' },
    creationTimestamp: ago(age),
  },
});
const thrownAway = (name: string) => ({
  metadata: { name: `${name}.1`, namespace: 'default' },
  reason: 'DisruptionTerminating',
  message: 'Disrupting NodeClaim: Empty',
  lastTimestamp: ago(60),
  involvedObject: { kind: 'NodeClaim', name },
});
const remembers = (lived: number): Memory => ({
  ...emptyMemory(),
  at: now - 30_000,
  deletedClaims: [
    {
      name: 'general-1',
      pool: 'general',
      createdAt: now - 700_000,
      deletedAt: now - 700_000 + lived * 1000,
      initialized: true,
    },
  ],
});
const given = (options: {
  taints?: object[];
  twinAge?: number;
  events?: object[];
}) => ({
  nodepools: [pool(options.taints)],
  nodeclaims: [twin(options.twinAge ?? 690)],
  events: options.events ?? [thrownAway('general-1')],
});

describe('cilium/D29 double-launch', () => {
  it.each([
    ['twins, one thrown away as empty', {}, 590, 'fired'],
    ['it lived for 10 minutes', {}, 600, 'pass'],
    ['created 61 s apart', { twinAge: 639 }, 300, 'pass'],
    ['created 60 s apart', { twinAge: 640 }, 300, 'fired'],
    ['no sign that it was empty', { events: [] }, 300, 'pass'],
    ['the pool knows the taint', { taints: [startupTaint] }, 300, 'pass'],
  ])('%s', (_what, options, lived, state) => {
    const memory = remembers(lived);
    const { check } = look(doubleLaunch, given(options), { memory });
    expect(check.state).toBe(state);
  });

  it('cannot tell at a first look', () => {
    expect(look(doubleLaunch, given({})).check).toMatchObject({
      state: 'unknown',
      reason: 'needs a second look',
    });
  });
});
