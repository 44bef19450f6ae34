import {
  documentsResponseSchema,
  type Finding,
  type FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { FleetStore } from '../fleet/FleetStore';
import { documentOf } from './documentOf';

function finding(id: string, change: Partial<Finding> = {}): Finding {
  return {
    ...{ id, code: 'cilium/D07', rule: 'x', severity: 'warning' },
    subject: { apiVersion: 'v1', kind: 'Node', name: 'n' },
    ...{ title: id, evidence: [], consequences: [], remedy: [] },
    ...change,
  };
}

function documentWith(row: Partial<FleetRow>, findings: Finding[] = []) {
  const entry = new FleetStore().put(knownCluster('payments'), {
    row: { ...fleetRow('payments'), ...row },
    assessment: {
      ...{ cluster: 'payments', observedAt: '2026-11-22T10:00:00Z' },
      ...{ verdict: 'healthy', sources: [], checks: [], findings },
    },
    view: undefined,
  });
  const document = documentOf(entry);
  // Whatever comes from a cluster is within the bounds of the answer.
  expect(documentsResponseSchema.parse({ items: [document] })).toEqual({
    items: [document],
  });
  return document;
}

describe('documentOf', () => {
  it('says what a cluster is, and how it is', () => {
    expect(
      documentWith({
        ...{ verdict: 'critical', region: 'eu-west-1', environment: 'prod' },
        ...{ owner: 'group:default/payments', phase: 'running' },
        headline: { text: 'Nothing\nworks' },
        versions: {
          kubernetes: { observed: '1.35.4', desired: '1.36' },
          karpenter: { desired: '1.14.3' },
          cilium: { observed: '1.19.9' },
        },
      }),
    ).toEqual({
      ...{ name: 'payments', link: '/catalog/default/resource/payments' },
      ...{ verdict: 'critical', phase: 'running', headline: 'Nothing works' },
      versions: { kubernetes: '1.35.4', cilium: '1.19.9' },
      ...{ region: 'eu-west-1', environment: 'prod' },
      ...{ owner: 'group:default/payments', findings: [] },
    });
  });

  it('names the worst findings first, and no consequences', () => {
    const { findings } = documentWith(
      { findings: { critical: 1, warning: 2, info: 1 } },
      [
        finding('noted', { severity: 'info' }),
        finding('bad', { consequences: ['follows'] }),
        finding('worst', { severity: 'critical' }),
        finding('follows'),
      ],
    );
    expect(findings).toEqual(['worst', 'bad', 'noted']);
  });

  it('is bounded, whatever the cluster says', () => {
    const long = 'x'.repeat(100_000);
    const { findings, headline } = documentWith(
      {
        findings: { critical: 0, warning: 500, info: 0 },
        headline: { text: long },
        ...{ region: long, environment: long, owner: long, system: long },
      },
      Array.from({ length: 500 }, (_, index) =>
        finding(`f${index}`, { title: long }),
      ),
    );
    expect(findings).toHaveLength(20);
    expect(headline).toHaveLength(1_000);
  });
});
