import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { connectionSchema } from '@clusterworks/plugin-clusters-common';
import { parse } from 'yaml';
import { registerMetrics, type MetricsSources } from './registerMetrics';

const NOW = Date.parse('2026-11-25T10:00:00Z');
const root = path.resolve(__dirname, '..', '..', '..', '..');
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

interface Metric {
  name: string;
  kind: string;
  unit: string;
  observed: { value: number; attributes: Record<string, string> }[];
}

const entry = (
  name: string,
  verdict: string,
  state: string,
  observedAt?: string,
) => ({
  cluster: { name },
  row: { verdict, connection: { state }, observedAt },
});

/** The metrics that the plugin registers, with the values read from them. */
function registered(): Metric[] {
  const metrics: Metric[] = [];
  const create =
    (kind: string) => (name: string, options: { unit: string }) => ({
      addCallback(read: (result: unknown) => void) {
        const metric: Metric = { name, kind, unit: options.unit, observed: [] };
        metrics.push(metric);
        read({
          observe: (value: number, attributes: Record<string, string> = {}) =>
            metric.observed.push({ value, attributes }),
        });
      },
    });
  const service = {
    createObservableGauge: create('gauge'),
    createObservableCounter: create('counter'),
  };
  const entries = [
    entry('a', 'healthy', 'live', '2026-11-25T09:00:00Z'),
    entry('b', 'healthy', 'live', '2026-11-25T10:00:00Z'),
    entry('c', 'unknown', 'unreachable', '2026-11-25T09:58:20Z'),
    entry('d', 'unknown', 'unreachable'),
  ];
  registerMetrics(service as unknown as MetricsService, {
    fleet: { entries } as unknown as MetricsSources['fleet'],
    owned: () => 3,
    lostRows: () => 7,
    webhooks: () => [{ webhook: 'siem', counts: { waiting: 4, dead: 2 } }],
    now: () => NOW,
  });
  return metrics;
}

const observedOf = (name: string) =>
  registered().find(metric => metric.name === name)?.observed;

/** The names of a metric in Prometheus, with and without the unit as suffix. */
function prometheusNames({ name, kind, unit }: Metric): string[] {
  const base = name.replaceAll('.', '_');
  const suffix = kind === 'counter' ? '_total' : '';
  return unit === 's'
    ? [`${base}${suffix}`, `${base}_seconds${suffix}`]
    : [`${base}${suffix}`];
}

function expressions(): string[] {
  const dashboard = JSON.parse(textOf('deploy/grafana/clusterworks.json'));
  const alerts = parse(textOf('deploy/prometheus/clusterworks-alerts.yaml'));
  return [
    ...dashboard.panels.flatMap((panel: any) => panel.targets),
    ...alerts.groups.flatMap((group: any) => group.rules),
  ].map(({ expr }) => expr);
}

describe('metrics', () => {
  it('count clusters by verdict and connection', () => {
    expect(observedOf('clusters.verdicts')).toEqual([
      { value: 2, attributes: { verdict: 'healthy', connection: 'live' } },
      {
        value: 2,
        attributes: { verdict: 'unknown', connection: 'unreachable' },
      },
    ]);
  });

  it('give the age of the shown facts, and none when all are live', () => {
    expect(observedOf('clusters.age')).toEqual([
      { value: 0, attributes: { cluster: 'a' } },
      { value: 0, attributes: { cluster: 'b' } },
      { value: 100, attributes: { cluster: 'c' } },
      { value: 0, attributes: { cluster: 'd' } },
    ]);
  });

  it('count the clusters that this backend reads, and its lost rows', () => {
    expect(observedOf('clusters.owned')).toEqual([
      { value: 3, attributes: {} },
    ]);
    expect(observedOf('clusters.rows.lost')).toEqual([
      { value: 7, attributes: {} },
    ]);
  });

  it('count the messages of webhooks that are not delivered', () => {
    expect(observedOf('clusters.webhooks.messages')).toEqual([
      { value: 4, attributes: { webhook: 'siem', state: 'waiting' } },
      { value: 2, attributes: { webhook: 'siem', state: 'dead' } },
    ]);
  });

  it('are those of docs/operate/metrics.md', () => {
    const rows = textOf('docs/operate/metrics.md').matchAll(
      /^\| `([\w.]+)` \| (\w+) \| `([^`]+)` \| (.*?) ?\| /gm,
    );
    const documented = [...rows].map(([, name, kind, unit, attributes]) => ({
      name,
      kind,
      unit,
      attributes: [...attributes.matchAll(/`(\w+)`/g)].map(([, each]) => each),
    }));
    expect(documented).toEqual(
      registered().map(({ name, kind, unit, observed }) => ({
        name,
        kind,
        unit,
        attributes: Object.keys(observed[0].attributes),
      })),
    );
  });
});

/** What an expression of PromQL names, besides labels and its own words. */
function seriesIn(expression: string): string[] {
  const words =
    /^(?:absent|and|avg|by|count|increase|max|min|on|or|rate|sum|topk|unless|without)$/;
  return expression
    .replace(/\{__name__=~"clusters_age\(_seconds\)\?"\}/g, 'clusters_age')
    .replace(/\{[^}]*\}|\[[^\]]*\]|\b(?:by|on|without) \([^)]*\)/g, ' ')
    .split(/[^\w:$]+/)
    .filter(word => /^[a-z_]/i.test(word) && !words.test(word));
}

describe('dashboard and alerts', () => {
  it('query only existing metrics, and all of them', () => {
    const queried = new Set(expressions().flatMap(seriesIn));
    const names = registered().flatMap(prometheusNames);
    expect([...queried].filter(name => !names.includes(name))).toEqual([]);
    expect([...queried].sort()).toEqual(
      registered()
        .map(metric => prometheusNames(metric)[0])
        .sort(),
    );
  });

  it('query the age under both of its names', () => {
    const age = registered().find(({ name }) => name === 'clusters.age')!;
    const ofAge = expressions().filter(each => each.includes('clusters_age'));
    expect(ofAge.length).toBeGreaterThan(1);
    for (const expression of ofAge) {
      const [, pattern] = /__name__=~"([^"]+)"/.exec(expression) ?? [];
      for (const name of prometheusNames(age)) {
        expect(name).toMatch(new RegExp(`^(?:${pattern})$`));
      }
    }
  });

  it('group and select by existing attributes', () => {
    // Prometheus itself adds `instance`.
    const known = new Set(
      registered()
        .flatMap(({ observed }) => Object.keys(observed[0].attributes))
        .concat('instance', '__name__'),
    );
    const used = expressions().flatMap(each => [
      ...[...each.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list]) =>
        list.split(', '),
      ),
      ...[...each.matchAll(/(\w+)=~?"/g)].map(([, label]) => label),
    ]);
    expect(used.filter(label => !known.has(label))).toEqual([]);
    expect(used).toContain('connection');
  });

  it('select existing connection states', () => {
    const selected = expressions().flatMap(each =>
      [...each.matchAll(/connection=~"([^"]+)"/g)].flatMap(([, states]) =>
        states.split('|'),
      ),
    );
    expect(connectionSchema.shape.state.options).toEqual(
      expect.arrayContaining(selected),
    );
    expect(selected).toContain('unreachable');
  });

  it('say what each panel and alert means', () => {
    const dashboard = JSON.parse(textOf('deploy/grafana/clusterworks.json'));
    for (const panel of dashboard.panels) {
      expect(panel.description).toMatch(/\w+ \w+/);
      expect(panel.datasource.uid).toBe('${datasource}');
    }
    const alerts = parse(textOf('deploy/prometheus/clusterworks-alerts.yaml'));
    for (const { alert, annotations, labels } of alerts.groups[0].rules) {
      expect([alert, labels.severity]).toEqual([
        expect.stringMatching(/^Clusterworks\w+$/),
        expect.stringMatching(/^(critical|warning)$/),
      ]);
      expect(annotations.summary).toMatch(/\w+ \w+/);
      expect(annotations.description).toMatch(/\w+ \w+/);
    }
  });
});
