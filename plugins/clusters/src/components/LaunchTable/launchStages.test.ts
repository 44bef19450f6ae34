import type { NodeClaimView } from '@clusterworks/plugin-clusters-common';
import { launchSegments } from './launchStages';

const START = Date.parse('2026-11-22T10:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();

function segments(claim: Partial<NodeClaimView>, nowSeconds = 600) {
  return launchSegments(
    { name: 'general-1', stage: 'ready', ...claim },
    START + nowSeconds * 1000,
  ).map(({ stage, from, to, isOpen, isBound }) => [
    stage,
    (from - START) / 1000,
    (to - START) / 1000,
    ...(isOpen ? ['open'] : []),
    ...(isBound ? ['at most'] : []),
  ]);
}

describe('launchSegments', () => {
  it('gives the stages of a finished start', () => {
    expect(
      segments({
        createdAt: at(0),
        launchedAt: at(3),
        registeredAt: at(40),
        networkReadyAt: at(60),
        initializedAt: at(62),
      }),
    ).toEqual([
      ['launching', 0, 3],
      ['registering', 3, 40],
      ['network', 40, 60],
      ['initializing', 60, 62],
    ]);
  });

  it('leaves the stage that is stuck open until now', () => {
    expect(
      segments({
        stage: 'network',
        createdAt: at(0),
        launchedAt: at(3),
        registeredAt: at(40),
      }),
    ).toEqual([
      ['launching', 0, 3],
      ['registering', 3, 40],
      ['network', 40, 600, 'open'],
    ]);
  });

  it('invents nothing where times are missing', () => {
    expect(segments({})).toEqual([]);
    expect(
      segments({
        createdAt: at(0),
        launchedAt: at(3),
        registeredAt: at(40),
        initializedAt: at(70),
      }),
    ).toEqual([
      ['launching', 0, 3],
      ['registering', 3, 40],
      ['network', 40, 70, 'at most'],
      ['initializing', 40, 70, 'at most'],
    ]);
    expect(
      segments({ stage: 'network', createdAt: at(0), launchedAt: at(3) }),
    ).toEqual([
      ['launching', 0, 3],
      ['network', 3, 600, 'open', 'at most'],
    ]);
  });
});
