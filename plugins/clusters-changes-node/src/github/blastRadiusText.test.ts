import type { BlastRadius } from '@clusterworks/plugin-clusters-common';
import { blastRadiusText } from './blastRadiusText';

const exact = (value: number) => ({ certainty: 'exact' as const, value });
const radius: BlastRadius = {
  observedAt: '2026-11-22T10:00:00Z',
  nodes: exact(12),
  causes: [
    {
      reason: 'NodePoolDrifted',
      object: 'NodePool/general',
      fields: ['template.spec.taints'],
      nodes: exact(12),
      undecided: 0,
    },
    {
      reason: 'SubnetDrift',
      object: 'EC2NodeClass/default',
      fields: ['subnetSelectorTerms'],
      nodes: { certainty: 'atLeast', value: 0 },
      undecided: 12,
      why: 'known only in AWS',
    },
  ],
  names: [],
  alreadyDrifted: 0,
  pods: { certainty: 'atMost', value: 80 },
  held: [
    {
      node: 'ip-10-0-0-1',
      pod: 'default/db-0`](https://evil.example)',
      why: 'pdb',
      by: 'default/db',
      free: 'more replicas',
    },
  ],
  heldTotal: exact(1),
  paces: [],
  seconds: { certainty: 'atLeast', value: 1800 },
  addresses: {
    state: 'short',
    needed: exact(2),
    room: { certainty: 'atMost', value: 1 },
  },
  behaviour: [{ object: 'NodePool/general', field: 'limits' }],
  removedPools: [{ name: 'old', nodes: exact(3) }],
  terraform: {
    state: 'replaces',
    parts: [
      {
        field: 'spec.systemNodes.instanceTypes',
        effect: 'replaces',
        what: 'the system node group',
      },
    ],
  },
};

const text = (of: Parameters<typeof blastRadiusText>[0]) =>
  blastRadiusText(of).join('\n\n');

describe('blastRadiusText', () => {
  it('says what a reviewer decides on', () => {
    const shown = text(radius);
    for (const part of [
      '### What happens to running nodes',
      '- Nodes that Karpenter replaces: **12**',
      '- NodePoolDrifted by `NodePool/general` (`template.spec.taints`): 12',
      'open for 12: known only in AWS',
      '- Pods on them: ≤ 80',
      '- Time at the budgets of now: ≥ 30 min',
      '- Addresses: NOT ENOUGH ROOM',
      '- NodePool `old` leaves git',
      '- `NodePool/general` `limits`: replaces no node',
      '- Terraform: replaces parts',
      '- `spec.systemNodes.instanceTypes`: replaces, the system node group',
      '2026-11-22T10:00:00Z',
    ]) {
      expect(shown).toContain(part);
    }
  });

  it('lists nodes that leave during a freeze', () => {
    const shown = text({
      ...radius,
      freeze: {
        until: '2026-12-24T18:00Z',
        expiring: [{ node: 'ip-10-0-0-2', at: '2026-12-22T18:00:00Z' }],
        expiringTotal: exact(1),
      },
    });
    expect(shown).toContain('it should end at `2026-12-24T18:00Z`');
    expect(shown).toContain(
      '- `ip-10-0-0-2` expires at `2026-12-22T18:00:00Z`',
    );
  });

  it('shows names of pods as code, never as links', () => {
    expect(text(radius)).toContain(
      '- ``default/db-0`](https://evil.example)`` on `ip-10-0-0-1`: pdb default/db',
    );
  });

  it.each([
    [{ unknown: 'no answer' }, 'Unknown: no answer'],
    [
      { ...radius, nodes: { certainty: 'unknown' as const, reason: 'x' } },
      'Nodes that Karpenter replaces: **unknown (x)**',
    ],
    [{ ...radius, observedAt: undefined }, 'The cluster was not observed.'],
  ])('says what is not known: %#', (of, expected) => {
    expect(text(of)).toContain(expected);
  });
});
