import type { NodeClaimView } from '@clusterworks/plugin-clusters-common';
import { launchSegments } from './launchStages';

const START = Date.parse('2026-11-22T10:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();

function segments(claim: Partial<NodeClaimView>, nowSeconds = 600) {
  return launchSegments(
    { name: 'general-1', stage: 'ready', ...claim },
    START + nowSeconds * 1000,
  ).map(({ stage, from, to, isOpen }) => [
    stage,
    (from - START) / 1000,
    (to - START) / 1000,
    isOpen,
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
      ['launching', 0, 3, false],
      ['registering', 3, 40, false],
      ['network', 40, 60, false],
      ['initializing', 60, 62, false],
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
      ['launching', 0, 3, false],
      ['registering', 3, 40, false],
      ['network', 40, 600, true],
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
      ['launching', 0, 3, false],
      ['registering', 3, 40, false],
      ['initializing', 40, 70, false],
    ]);
  });
});
