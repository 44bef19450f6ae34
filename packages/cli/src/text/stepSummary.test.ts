import {
  type ClusterDetail,
  clusterDetailSchema,
  type FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { lexer, type Token } from 'marked';
import { clusterSummary } from './clusterSummary';
import { clusterText } from './clusterText';
import { fleetSummary } from './fleetSummary';
import { fleetText } from './fleetText';
import { styleFor } from './Style';

const unknown = { certainty: 'unknown', reason: 'test' } as const;

function row(name: string, text: string): FleetRow {
  return {
    name,
    entityRef: `resource:default/${name}`,
    owner: text,
    provisioned: true,
    verdict: 'critical',
    headline: { text },
    findings: { critical: 1, warning: 0, info: 0 },
    versions: { kubernetes: {}, karpenter: {}, cilium: { observed: text } },
    nodes: { certainty: 'atLeast', value: 3 },
    cpuRequested: unknown,
    cpuAllocatable: unknown,
    spotShare: unknown,
    room: { addresses: unknown, nodes: unknown, hours: unknown },
    connection: { state: 'live' },
    revision: 1,
  };
}

function fleet(items: FleetRow[], clusters = items.length) {
  const totals = { critical: clusters, degraded: 0, unknown: 0, healthy: 0 };
  return { revision: 1, totals: { clusters, ...totals }, items };
}

/** A cluster whose every text is the same. */
function detail(text: string): ClusterDetail {
  const time = '2026-11-22T10:00:00Z';
  return clusterDetailSchema.parse({
    row: row('payments', text),
    assessment: {
      cluster: 'payments',
      observedAt: time,
      verdict: 'critical',
      sources: [{ name: 'events', state: 'forbidden', reason: text }],
      findings: [
        {
          ...{ id: 'a', code: 'karpenter/P3', rule: 'some-rule' },
          ...{ severity: 'critical', title: text, consequences: ['b'] },
          subject: { apiVersion: 'v1', kind: 'Pod', name: text },
          evidence: [{ object: text, path: text, value: text }],
          remedy: [{ text, command: text }],
        },
        {
          ...{ id: 'b', code: 'karpenter/P4', rule: 'other-rule' },
          ...{ severity: 'warning', title: text, consequences: [] },
          subject: { apiVersion: 'v1', kind: 'Pod', name: text },
          ...{ evidence: [], remedy: [] },
        },
      ],
      checks: [],
    },
  });
}

function typesIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap(token => {
    const { type, tokens: inner = [], ...more } = token as any;
    const rows = [more.header ?? [], ...(more.rows ?? [])].flat();
    const nested = [...inner, ...(more.items ?? [])];
    return [
      type,
      ...typesIn(nested),
      ...rows.flatMap((cell: any) => typesIn(cell.tokens)),
    ];
  });
}

const attacks = [
  'a | b | c',
  '](https://evil.example) ![x](https://evil.example/p.png)',
  '<img src=x onerror=alert(1)><script>',
  'x\n\n# Approved\n\n- [x] done\n\n---\n',
  '@acme/admins fixes #1 https://evil.example www.evil.example',
  '```\ncode\n``` ` `` ~~~',
  '\u001b[31mred\u001b]8;;https://evil.example\u0007',
];
const OURS = ['heading', 'table', 'paragraph', 'list', 'list_item'];
const PLAIN = ['text', 'escape', 'codespan', 'strong', 'space'];

describe('stepSummary', () => {
  it.each(attacks)('leaves %j as text', attack => {
    const one = lexer(fleetSummary(fleet([row('a', attack)])));
    expect(one.map(({ type }) => type)).toEqual(['heading', 'table']);
    const [, table] = one as any[];
    expect(table.rows).toHaveLength(1);
    expect(table.rows[0]).toHaveLength(10);
    for (const tokens of [
      one,
      lexer(clusterSummary(detail(attack), undefined)),
    ]) {
      const found = new Set(typesIn(tokens));
      [...OURS, ...PLAIN].forEach(type => found.delete(type));
      expect([...found]).toEqual([]);
    }
  });

  it.each(attacks)('sends no control character of %j to a terminal', attack => {
    const texts = [
      fleetText(fleet([row('a', attack)])),
      clusterText(detail(attack), undefined, styleFor(false)),
    ];
    for (const text of texts) {
      // eslint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
    expect(texts[0].split('\n')).toHaveLength(5);
  });

  it('shows evidence, remedies and consequences', () => {
    const text = clusterSummary(detail('what'), undefined);
    expect(text).toContain('**◆ critical karpenter/P3** what');
    expect(text).toContain('- `what` `what` = `what`');
    expect(text).toContain('- Do: what\n  - `what`');
    expect(text).toContain('- → karpenter/P4 what');
    expect(text).toContain('Not seen: events (forbidden)');
  });

  it('stays below the limit of GitHub, and says what it left out', () => {
    const rows = Array.from({ length: 2_000 }, (_, index) =>
      row(`c${index}`, 'é'.repeat(300)),
    );
    const text = fleetSummary(fleet(rows, 2_010));
    expect(Buffer.byteLength(text)).toBeLessThan(1_024 * 1_024);
    const listed = text.match(/^ \| ◆/gm)?.length ?? 0;
    expect(listed).toBeGreaterThan(100);
    expect(text).toContain(`${2_000 - listed} more do not fit here.`);
    expect(text).toContain('10 more are not listed');
  });
});
