import { clusterSpecJsonSchema } from '@clusterworks/plugin-clusters-spec';
import german from '../../messages/de';
import { fieldMessages } from '../../messages/fieldMessages';
import {
  type FieldOfSpec,
  metadataFields,
  poolFields,
  topicsOfSpec,
} from './topicsOfSpec';

type Schema = {
  properties?: Record<string, Schema>;
  items?: Schema;
  enum?: string[];
};

/** The words that the schema allows at each path, where it lists them. */
function choicesAt(root: Schema, fields: readonly FieldOfSpec[]) {
  return fields.map(({ path }) => {
    const at = path
      .split('.')
      .reduce<Schema | undefined>(
        (schema, key) => schema?.properties?.[key],
        root,
      );
    return [path, at?.enum ?? at?.items?.enum];
  });
}

/** The paths of all values; what is written as YAML counts as one. */
function pathsOf(
  schema: Schema,
  whole: ReadonlySet<string>,
  path = '',
): string[] {
  return schema.properties && !whole.has(path)
    ? Object.entries(schema.properties).flatMap(([key, below]) =>
        pathsOf(below, whole, path ? `${path}.${key}` : key),
      )
    : [path];
}

const schema = clusterSpecJsonSchema() as Schema;
const spec = schema.properties?.spec as Schema;
const pool = spec.properties?.karpenter?.properties?.nodePools?.items as Schema;
const fields: FieldOfSpec[] = topicsOfSpec.flatMap(topic => [...topic.fields]);

/** The first questions, and what has a form or an operation of its own. */
const ELSEWHERE = [
  ...['environment', 'region', 'network.vpcCidr', 'versions.profile'],
  'karpenter.nodePools',
  ...['karpenter.freeze.until', 'karpenter.freeze.reason'],
  ...['gitops.handedOver', 'decommission.stage', 'decommission.reason'],
];
/** What the editor of a pool always shows. */
const SHOWN = [
  ...['name', 'preset', 'limits', 'instanceCategories', 'instanceFamilies'],
  ...['capacityTypes', 'preferOnDemand'],
];

describe('fields of the spec', () => {
  it('are all values that the schema knows, each once', () => {
    const asYaml = new Set<string>(
      fields.filter(({ kind }) => kind === 'yaml').map(({ path }) => path),
    );
    expect([...fields.map(({ path }) => path), ...ELSEWHERE].sort()).toEqual(
      pathsOf(spec, asYaml).sort(),
    );
  });

  it('are all values of a pool', () => {
    const whole = new Set(
      poolFields.filter(({ kind }) => kind === 'yaml').map(({ path }) => path),
    );
    expect([...poolFields.map(({ path }) => path), ...SHOWN].sort()).toEqual(
      pathsOf(pool, whole).sort(),
    );
  });

  it.each([
    ['of the spec', spec, fields],
    ['of a pool', pool, poolFields],
  ])('offer the words that the schema %s lists', (_, root, all) => {
    const asked = all.filter(({ kind }) => kind !== 'number');
    expect(asked.map(({ path, choices }) => [path, choices])).toEqual(
      choicesAt(root, asked),
    );
  });

  it('have a label each, and one in German', () => {
    const labels = [...fields, ...poolFields, ...metadataFields].map(
      ({ path }) => path.replaceAll('.', '_'),
    );
    expect(Object.keys(fieldMessages.fields).sort()).toEqual(
      [...new Set(labels)].sort(),
    );
    for (const label of labels) {
      expect(german).toHaveProperty([`fields.${label}`]);
    }
  });
});
