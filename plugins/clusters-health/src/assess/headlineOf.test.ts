import type { Assessment } from '@clusterworks/plugin-clusters-common';
import {
  condition,
  healthyWorld,
  NOW,
  nodePool,
  snapshotOf,
} from '../testing/world';
import { assess } from './assess';
import { headlineOf } from './headlineOf';

const message =
  'conversion webhook for karpenter.sh/v1beta1, Kind=NodeClaim failed: service "karpenter" not found';

function judge(
  lost: Partial<Record<string, 'unreachable' | 'forbidden'>>,
  world: object = {},
): Assessment {
  const snapshot = snapshotOf({ ...healthyWorld(), ...world });
  for (const [source, state] of Object.entries(lost)) {
    Object.assign(snapshot.resources, {
      [source]: { state, reason: message, items: [] },
    });
  }
  return assess(snapshot, undefined, NOW).assessment;
}

/** Two pools, one of which is not Ready: the finding is a warning. */
const warning = {
  nodepools: [
    nodePool(),
    nodePool('gpu', { status: { conditions: [condition('Ready', 'False')] } }),
  ],
};

describe('headlineOf', () => {
  it.each([
    [
      'what the API server cannot serve comes before a warning',
      { nodeclaims: 'unreachable', ec2nodeclasses: 'unreachable' },
      /^The API server does not serve nodeclaims, ec2nodeclasses: conversion webhook for/,
    ],
    ['missing rights do not', { nodeclaims: 'forbidden' }, /NodePool gpu/],
    [
      'another kind does not',
      { poddisruptionbudgets: 'unreachable' },
      /NodePool gpu/,
    ],
  ] as const)('%s', (_, lost, says) => {
    expect(headlineOf(judge(lost, warning)).text).toMatch(says);
  });

  it('keeps a critical finding as the headline', () => {
    const text = headlineOf(
      judge({ nodeclaims: 'unreachable' }, { ec2nodeclasses: [] }),
    ).text;
    expect(text).toMatch(/There is no EC2NodeClass/);
  });

  it('reports the message once, not with every check', () => {
    const assessment = judge({ nodeclaims: 'unreachable' });
    expect(
      JSON.stringify(assessment).split('conversion webhook for'),
    ).toHaveLength(2);
    expect(
      assessment.checks.filter(({ reason }) =>
        reason?.includes('nodeclaims: unreachable'),
      ).length,
    ).toBeGreaterThan(5);
  });
});
