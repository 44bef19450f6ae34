import { stringify } from 'yaml';
import { z } from 'zod';
import { smallSpecWith } from '@clusterworks/test-support';
import { clusterFormSchema } from '../form';
import { clusterSpecSchema } from './clusterSpecSchema';
import {
  clusterStatusSchema,
  parseClusterStatusYaml,
} from './clusterStatusSchema';
import { collectClusterSpecIssues } from './collectClusterSpecIssues';
import { documentBoundIssues, documentBounds } from './documentBounds';
import { mapping, text } from './leafSchemas';
import { readClusterSpecYaml } from './parseClusterSpec';

/** The greatest number that still counts as a bound. */
const GREATEST = 1e6;

type Schema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  propertyNames?: Schema;
  maxLength?: number;
  maximum?: number;
  maxItems?: number;
  maxProperties?: number;
};

/** Paths of strings, numbers, lists and mappings that may be any size. */
function unbounded(schema: Schema, path = '$'): string[] {
  const within = (bound: number | undefined) =>
    bound !== undefined && bound <= GREATEST ? [] : [path];
  if (schema.anyOf) {
    return schema.anyOf.flatMap((each, index) =>
      unbounded(each, `${path}|${index}`),
    );
  }
  if (schema.enum || schema.const !== undefined) {
    return [];
  }
  switch (schema.type) {
    case 'string':
      return within(schema.maxLength);
    case 'number':
    case 'integer':
      return within(schema.maximum);
    case 'boolean':
      return [];
    case 'array':
      return [
        ...within(schema.maxItems),
        ...unbounded(schema.items ?? {}, `${path}[]`),
      ];
    case 'object':
      return [
        ...Object.entries(schema.properties ?? {}).flatMap(([key, each]) =>
          unbounded(each, `${path}.${key}`),
        ),
        ...(typeof schema.additionalProperties === 'object' &&
        Object.keys(schema.additionalProperties).length > 0
          ? [
              ...within(schema.maxProperties),
              ...unbounded(schema.propertyNames ?? {}, `${path}{key}`),
              ...unbounded(schema.additionalProperties, `${path}{value}`),
            ]
          : []),
      ];
    default:
      return [`${path}: any value at all`];
  }
}

const boundsOf = (schema: z.ZodType) =>
  unbounded(z.toJSONSchema(schema, { io: 'input' }) as Schema);

const pool = (index: number) => ({ name: `pool-${index}`, preset: 'general' });
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

/**
 * CPU time in milliseconds of the fastest of several runs, so that other
 * processes do not count.
 */
function quickest(act: () => unknown): number {
  return Math.min(
    ...many(3, () => {
      const start = process.cpuUsage();
      act();
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1_000;
    }),
  );
}

// Each of these inputs blocked the event loop for seconds or without limit
// before there were bounds.
const attacks: [string, unknown, string][] = [
  [
    '1,000 pools',
    smallSpecWith({ karpenter: { nodePools: many(1_000, pool) } }),
    'spec.karpenter.nodePools: may have at most 100 entries',
  ],
  [
    '20,000 zones',
    smallSpecWith({
      network: { vpcCidr: '10.40.0.0/16', zones: many(20_000, () => 'a') },
    }),
    'spec.network.zones: has 20000 entries; at most 1000 are read',
  ],
  [
    '8,000 unknown keys',
    smallSpecWith(Object.fromEntries(many(8_000, index => [`key${index}`, 1]))),
    'spec: has 8003 entries',
  ],
  [
    '900 unknown keys in ten places each',
    smallSpecWith(
      Object.fromEntries(
        many(900, index => [`key${index}`, many(10, () => ({}))]),
      ),
    ),
    'spec.key0: is not a known key',
  ],
  [
    'limits of 100,000 digits',
    smallSpecWith({
      karpenter: {
        nodePools: [{ name: 'x', limits: { cpu: '9'.repeat(100_000) } }],
      },
    }),
    'spec.karpenter.nodePools[0].limits.cpu: has 100000 characters',
  ],
  [
    'limits that are a power of ten without end',
    smallSpecWith({
      karpenter: { nodePools: [{ name: 'x', limits: { cpu: '1e999' } }] },
    }),
    'spec.karpenter.nodePools[0].limits.cpu: must be a Kubernetes quantity below 8Ei',
  ],
  [
    'lists in lists in lists',
    smallSpecWith({
      tags: many(1_000, () => 0).reduce<unknown>(inner => [inner], 1),
    }),
    'is nested deeper than 16 levels',
  ],
];

describe('bounds', () => {
  it.each([
    ['a spec', clusterSpecSchema],
    ['a status', clusterStatusSchema],
    ['the form', clusterFormSchema.omit({ preview: true })],
  ])('every string, number, list and mapping of %s has one', (_, schema) => {
    expect(boundsOf(schema)).toEqual([]);
  });

  it('are found missing where they are', () => {
    const schema = z.object({
      text: z.string().regex(/x/),
      list: z.array(z.boolean()).min(1),
      map: z.record(z.string().max(3), z.string().max(3)),
      number: z.number().int().min(1),
      anything: z.unknown(),
      bounded: z.string().max(3).optional(),
    });
    expect(boundsOf(schema)).toEqual([
      '$.text',
      '$.list',
      '$.map',
      '$.number',
      '$.anything: any value at all',
    ]);
  });

  it.each(attacks)('refuse %s at once', (_, input, message) => {
    expect(
      collectClusterSpecIssues(input).map(
        each => `${each.path}: ${each.message}`,
      ),
    ).toContainEqual(expect.stringContaining(message));
    expect(quickest(() => collectClusterSpecIssues(input))).toBeLessThan(500);
  });

  it.each(attacks)('refuse %s as YAML at once', (_, input) => {
    const yaml = stringify(input);
    expect(readClusterSpecYaml(yaml).issues).not.toEqual([]);
    expect(quickest(() => readClusterSpecYaml(yaml))).toBeLessThan(500);
  });

  it.each([
    [
      'aliases to aliases',
      many(12, index =>
        index === 0
          ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
          : `a${index}: &a${index} [${many(9, () => `*a${index - 1}`)}]`,
      ).join('\n'),
      'aliases',
    ],
    ['an alias of what it is in', 'a: &a { b: *a }', 'is nested deeper'],
    ['an alias of nothing', 'a: *x', 'Unresolved alias'],
    [
      'a key twice among 9,000',
      `${stringify(
        Object.fromEntries(many(9_000, index => [`key${index}`, 1])),
      )}key1: 2`,
      'more YAML than is read',
    ],
    ['a key twice', 'a: 1\nb: 2\na: 3', 'Map keys must be unique, but a'],
    ['a long comment', `# ${'x'.repeat(300_000)}`, 'characters; at most'],
    ['brackets', '['.repeat(30_000), 'is nested deeper'],
    ['dashes', '- '.repeat(10_000), 'is not valid YAML'],
  ])('refuse %s as text, for a spec and a status', (_, yaml, message) => {
    expect(readClusterSpecYaml(yaml).issues).toContainEqual({
      path: expect.any(String),
      message: expect.stringContaining(message),
    });
    expect(() => parseClusterStatusYaml(yaml)).toThrow('The cluster status');
    expect(quickest(() => readClusterSpecYaml(yaml))).toBeLessThan(500);
  });

  it('hold for mappings, whose size zod does not know', () => {
    const small = mapping(text(3), text(3), 2);
    expect(small.safeParse({ a: '1', b: '2' }).success).toBe(true);
    expect(small.safeParse({ a: '1', b: '2', c: '3' }).success).toBe(false);
  });

  it('leave room for the largest honest spec', () => {
    const input = smallSpecWith({
      tags: Object.fromEntries(many(40, index => [`team-${index}`, 'value'])),
      karpenter: {
        nodePools: many(100, index => ({
          ...pool(index),
          instanceFamilies: many(20, each => `m${each + 1}i`),
          limits: { cpu: '9007199254740993', memory: '4000Gi' },
          budgets: [{ nodes: '10%' }],
          requirements: [
            {
              key: 'karpenter.k8s.aws/instance-size',
              operator: 'NotIn',
              values: ['nano', 'micro', 'small', 'medium'],
            },
          ],
          labels: { 'example.com/team': 'payments' },
          taints: [{ key: 'example.com/team', effect: 'NoSchedule' }],
        })),
      },
    });
    expect(documentBoundIssues(input)).toEqual([]);
    expect(collectClusterSpecIssues(input)).toEqual([]);
    expect(readClusterSpecYaml(stringify(input)).issues).toEqual([]);
  });

  it('keep an answer short however many problems there are', () => {
    const input = smallSpecWith(
      Object.fromEntries(
        many(documentBounds.entries - 10, index => [`k${index}`, 1]),
      ),
    );
    const issues = collectClusterSpecIssues(input);
    expect(issues).toHaveLength(201);
    expect(issues[200]).toEqual({ path: '', message: 'has 790 more problems' });
  });
});
