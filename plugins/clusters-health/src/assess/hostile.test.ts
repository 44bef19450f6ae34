import fc from 'fast-check';
import { assess } from './assess';
import { allKinds, projectCapture, sourceNames } from '../kinds';
import type { World } from '../testing/world';
import {
  healthyWorld,
  karpenterDeployment,
  ciliumOperatorDeployment,
  NOW,
  snapshotOf,
} from '../testing/world';

/** Values whose type the API serves nowhere for the replaced field. */
const hostile = fc.oneof(
  fc.constant({}),
  fc.constant([]),
  fc.constant([[]]),
  fc.constant([null, 1, 'x']),
  fc.constant(-1),
  fc.constant(1e308),
  fc.constant(true),
  fc.constant(''),
  fc.constant('9999-12-31T23:59:59Z'),
  fc.constant('not a time'),
  fc.constant('1e999'),
  fc.constant('\u0000\u001b[2J'),
  fc.constant('x'.repeat(100_000)),
  fc.constant({ __proto__: null, constructor: 'x', toString: 1 }),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true}}')),
  fc.jsonValue(),
);

type Step = string | number;

function pathsOf(value: unknown, path: Step[] = []): Step[][] {
  if (typeof value !== 'object' || value === null) {
    return [path];
  }
  const inner = Object.entries(value).flatMap(([key, member]) =>
    pathsOf(member, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inner];
}

function replaced(value: unknown, path: Step[], by: unknown): unknown {
  if (path.length === 0) {
    return by;
  }
  const [step, ...rest] = path;
  if (Array.isArray(value)) {
    return value.map((item, i) =>
      i === step ? replaced(item, rest, by) : item,
    );
  }
  const record = value as Record<string, unknown>;
  return { ...record, [step]: replaced(record[step], rest, by) };
}

const world = healthyWorld();
const sick: World = {
  ...world,
  deployments: [
    karpenterDeployment({ status: { availableReplicas: 0 } }),
    ciliumOperatorDeployment(),
  ],
};
const allPaths = sourceNames.flatMap(source =>
  pathsOf(world[source] ?? [], [source]),
);

describe('hostile objects', () => {
  it('never make an assessment throw, whichever field is replaced by whichever value', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), hostile), { minLength: 1, maxLength: 6 }),
        changes => {
          let changed: unknown = world;
          for (const [at, by] of changes) {
            const paths = allPaths[at % allPaths.length];
            try {
              changed = replaced(changed, paths, by);
            } catch {
              // The path no longer exists after an earlier change.
            }
          }
          const lists = Object.fromEntries(
            Object.entries(changed as object).map(([key, value]) => [
              key,
              Array.isArray(value) ? value : [value],
            ]),
          );
          const { assessment } = assess(snapshotOf(lists), undefined, NOW);
          expect(JSON.parse(JSON.stringify(assessment)).checks.length).toBe(
            assessment.checks.length,
          );
        },
      ),
      { numRuns: 150 },
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('never make a rule throw an error', () => {
    fc.assert(
      fc.property(fc.nat(), hostile, (at, by) => {
        const path = allPaths[at % allPaths.length];
        const changed = replaced(world, path, by) as Record<string, unknown>;
        const lists = Object.fromEntries(
          Object.entries(changed).map(([key, value]) => [
            key,
            Array.isArray(value) ? value : [value],
          ]),
        );
        const { assessment } = assess(snapshotOf(lists), undefined, NOW);
        expect(
          assessment.checks.filter(({ reason }) =>
            reason?.startsWith('the rule failed'),
          ),
        ).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  it('never make the verdict of an unhealthy cluster healthy', () => {
    const notTypes = [{ a: 1 }, [1], -1.5, true, 'not a time'];
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...notTypes), (at, by) => {
        const path = allPaths[at % allPaths.length];
        const changed = replaced(sick, path, by) as Record<string, unknown>;
        const lists = Object.fromEntries(
          Object.entries(changed).map(([key, value]) => [
            key,
            Array.isArray(value) ? value : [value],
          ]),
        );
        const { assessment } = assess(snapshotOf(lists), undefined, NOW);
        expect(assessment.verdict).not.toBe('healthy');
      }),
      { numRuns: 200 },
    );
  });

  it('are read without throwing, also when they are not objects at all', () => {
    const trap = new Proxy(
      {},
      {
        get() {
          throw new Error('trap');
        },
      },
    );
    for (const kind of allKinds) {
      for (const value of [undefined, null, 1, 'x', [], {}, trap, () => 1]) {
        expect(() => kind.selects(value)).not.toThrow();
        expect(() => kind.project(value)).not.toThrow();
        expect(() => kind.capture(value)).not.toThrow();
      }
    }
  });

  it('of a required kind that cannot be read leave the verdict unknown', () => {
    const { assessment } = assess(
      snapshotOf({ ...world, nodes: [...world.nodes, { metadata: {} }] }),
      undefined,
      NOW,
    );
    expect(assessment.verdict).toBe('unknown');
    expect(assessment.sources[0]).toEqual({
      name: 'nodes',
      kind: 'Node',
      state: 'notCollected',
      reason: '1 of 2 objects could not be read',
    });
  });

  it('in a capture with malformed lists are counted as unreadable', () => {
    const snapshot = projectCapture({
      apiVersion: 'clusterworks.dev/v1alpha1',
      kind: 'ClusterCapture',
      cluster: 'x',
      capturedAt: NOW,
      resources: [{ resource: 'nodes', state: 'ok', items: [null, 7, 'x'] }],
    });
    expect(snapshot.resources.nodes).toEqual({
      state: 'ok',
      items: [],
      unreadable: 3,
    });
  });
});
