import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  clusterDetailSchema,
  fleetHistoryResponseSchema,
  fleetResponseSchema,
  historyResponseSchema,
} from '@clusterworks/plugin-clusters-common';

/**
 * Fields of the API that no page reads, each with the reason. A field that a
 * page reads has to be taken out of this list.
 */
const UNREAD: Record<string, string> = {
  'fleet.revision': 'only for ETags and signals',
  'fleet.items.revision': 'only for ETags and signals',
  'cluster.row.revision': 'only for ETags and signals',
  'fleet.items.zones': 'only for the filter',
  'cluster.row.zones': 'the subnets of the cluster are shown instead',
  'fleet.items.budgetCoverage': 'only for scorecards',
  'cluster.row.budgetCoverage': 'only for scorecards',
  'cluster.view.budgetCoverage': 'only for scorecards',
  'fleet.items.driftedSince': 'only for scorecards',
  'cluster.row.driftedSince': 'only for scorecards',
  'cluster.assessment.findings.subject.apiVersion':
    'kind and name say enough; kubectl takes them',
  'cluster.assessment.findings.subjects.apiVersion':
    'kind and name say enough; kubectl takes them',
  'cluster.view.karpenter.nodePools.consolidation.policy':
    'is shown: the whole object goes to the text',
  'cluster.assessment.findings.subjectsTotal':
    'subjectsOf of the common package reads it',
};

/** What is read of the structure of a zod schema. */
type Definition = {
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  valueType?: Schema;
  options?: Schema[];
};
type Schema = { _zod: { def: unknown } };

/** The names of all properties in a schema, with the paths to them. */
function fieldsOf(schema: Schema, path = ''): [path: string, name: string][] {
  const { shape, element, innerType, valueType, options } = schema._zod
    .def as Definition;
  const own = Object.entries(shape ?? {}).flatMap(([name, inner]) => {
    const here = path ? `${path}.${name}` : name;
    return [[here, name] as [string, string], ...fieldsOf(inner, here)];
  });
  const inner = [element, innerType, valueType, ...(options ?? [])].flatMap(
    each => (each && typeof each === 'object' ? fieldsOf(each, path) : []),
  );
  return [...own, ...inner];
}

/** The code of the pages, without tests, fixtures and texts. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      // Replays make answers, and show none.
      return /^(__testUtils__|messages|replay)$/.test(entry.name)
        ? []
        : sources(path);
    }
    return /(?<!\.test)\.tsx?$/.test(entry.name)
      ? [readFileSync(path, 'utf8')]
      : [];
  });
}

const words = new Set(
  sources(__dirname)
    .join('\n')
    // Comments read nothing.
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .match(/[A-Za-z_]\w*/g),
);
const fields = new Map(
  [
    ['fleet', fleetResponseSchema] as const,
    ['cluster', clusterDetailSchema] as const,
    ['history', historyResponseSchema] as const,
    ['fleetHistory', fleetHistoryResponseSchema] as const,
  ].flatMap(([name, schema]) => fieldsOf(schema, name)),
);

describe('the fields of the API', () => {
  it('are found in the schemas', () => {
    expect([...fields.keys()]).toEqual(
      expect.arrayContaining([
        'fleet.items.connection.state',
        'cluster.view.karpenter.heldNodes.blockers.free',
        'history.points.pools.nodes',
        'fleetHistory.clusters.cells.podsPending',
      ]),
    );
  });

  it('are read by a page, or listed with a reason', () => {
    const unread = [...fields]
      .filter(([, name]) => !words.has(name))
      .map(([path]) => path);
    expect(unread.sort()).toEqual(Object.keys(UNREAD).sort());
  });
});
