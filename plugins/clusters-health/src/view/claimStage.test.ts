import { kinds } from '../kinds';
import { node } from '../testing/cilium/testCluster';
import { claimStage } from './claimStage';
import { percentile } from './percentile';

function claim(reached: string[], extra: object = {}) {
  const facts = kinds.nodeclaims.project({
    metadata: { name: 'general-1', ...extra },
    status: {
      conditions: ['Launched', 'Registered', 'Initialized'].map(type => ({
        type,
        status: reached.includes(type) ? 'True' : 'Unknown',
        reason: `Not${type}`,
      })),
    },
  });
  if (!facts) {
    throw new Error('not readable');
  }
  return facts;
}

const up = kinds.nodes.project(node('a'));
const TAINT = 'node.cilium.io/agent-not-ready';
const tainted = up && { ...up, taints: [{ key: TAINT, effect: 'NoExecute' }] };
const waits = kinds.nodes.project(node('a', { network: undefined }));

describe('claimStage', () => {
  it.each([
    ['created', claim([]), undefined, 'launching'],
    ['launched', claim(['Launched']), undefined, 'registering'],
    ['joined, no network', claim(['Launched', 'Registered']), waits, 'network'],
    [
      'the network is up, the taint of Cilium is still there',
      claim(['Launched', 'Registered']),
      tainted,
      'network',
    ],
    ['network is up', claim(['Launched', 'Registered']), up, 'initializing'],
    [
      'the node is not known',
      claim(['Launched', 'Registered']),
      undefined,
      'initializing',
    ],
    [
      'all stages completed',
      claim(['Launched', 'Registered', 'Initialized']),
      up,
      'ready',
    ],
    [
      'going',
      claim(['Launched'], { deletionTimestamp: '2026-11-22T10:00:00Z' }),
      up,
      'draining',
    ],
  ])('%s', (_what, facts, on, stage) => {
    expect(claimStage(facts, on, TAINT).stage).toBe(stage);
  });

  it('gives the condition that blocks the stage', () => {
    expect(
      claimStage(claim(['Launched']), undefined, TAINT).because?.reason,
    ).toBe('NotRegistered');
  });
});

describe('percentile', () => {
  it.each([
    [[], 0.5, undefined],
    [[7], 0.95, 7],
    [[3, 1, 2], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 2],
    [[1, 2, 3, 4], 0.95, 4],
  ])('of %j at %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});
