/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ciliumLines,
  compareMinors,
  karpenterLines,
} from '@clusterworks/plugin-clusters-spec';
import { sharedDirectory, sharedPath } from '@clusterworks/test-support';
import { readAssets } from '../assets/readAssets';
import { itWith } from '../__testUtils__/tools';
import { dashboardMetrics } from './dashboardMetrics';

const dashboards = Object.entries(readAssets('platform/addons/dashboards'))
  .filter(([path]) => path.endsWith('.json'))
  .map(([, text]) => JSON.parse(text));

/** Names of the metrics in all expressions, histogram suffixes taken off. */
const queried = [
  ...new Set<string>(
    dashboards
      .flatMap(dashboard => dashboard.panels)
      .flatMap((panel: any) => panel.targets)
      .flatMap((target: any) =>
        [...target.expr.matchAll(/\b(?:karpenter|cilium)_\w+/g)].map(
          ([name]: RegExpMatchArray) =>
            name.replace(/_seconds_(bucket|sum|count)$/, '_seconds'),
        ),
      ),
  ),
].sort();

describe('dashboards', () => {
  it('query only listed metrics, and every listed one', () => {
    expect(queried).toEqual(dashboardMetrics.map(each => each.name).sort());
  });

  it('query only what every release that we render has', () => {
    for (const { name, component, since, until } of dashboardMetrics) {
      const lines = component === 'karpenter' ? karpenterLines : ciliumLines;
      for (const { line } of lines) {
        expect([
          name,
          line,
          compareMinors(since, line) <= 0 && compareMinors(line, until) <= 0,
        ]).toEqual([name, line, true]);
      }
    }
  });

  it('say what each panel means, and take the data source as a variable', () => {
    for (const dashboard of dashboards) {
      const ids = dashboard.panels.map((panel: any) => panel.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const panel of dashboard.panels) {
        expect(panel.description).not.toBe('');
        expect(panel.datasource.uid).toBe('${datasource}');
      }
    }
  });

  const scraped = 'facts/cilium-operator-metrics.txt';
  itWith(sharedPath(scraped))(
    'query operator metrics that the operators 1.19.7 and 1.20.2 expose',
    () => {
      const [common, gone] = readFileSync(
        join(sharedDirectory, scraped),
        'utf8',
      ).split('# 1.20.2: no longer there');
      for (const { name, component } of dashboardMetrics) {
        if (component !== 'cilium-operator') {
          continue;
        }
        expect(common).toMatch(new RegExp(`^${name}\\{`, 'm'));
        expect(gone).not.toMatch(new RegExp(`^${name}$`, 'm'));
      }
    },
  );
});
