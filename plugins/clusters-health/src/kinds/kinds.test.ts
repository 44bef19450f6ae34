import fc from 'fast-check';
import { anyObject } from './__testUtils__/anyObject';
import type { WantedFields } from './fields';
import { allKinds, kindNamed, kinds } from './kinds';

/** The subtree for a field, computed independently of the code under test. */
function inner(wanted: WantedFields, name: string): WantedFields | undefined {
  const own = Object.entries(wanted).find(([key]) => key === name);
  return own ? own[1] : wanted['*'];
}

/** A value that records each field that is read without being wanted. */
function watched(
  value: unknown,
  wanted: WantedFields,
  path: string,
  strays: Set<string>,
): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(item => watched(item, wanted, `${path}[]`, strays));
  }
  return new Proxy(value, {
    get(target, key) {
      const name = String(key);
      const fields = inner(wanted, name);
      const at = `${path}.${name}`;
      if (!fields) {
        strays.add(at);
      }
      return watched(Reflect.get(target, key), fields ?? {}, at, strays);
    },
    ownKeys(target) {
      if (!wanted['*']) {
        strays.add(`${path}.*`);
      }
      return Reflect.ownKeys(target);
    },
  });
}

/** The part of a value that remains when only wanted fields are fetched. */
function fetched(value: unknown, wanted: WantedFields): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(item =>
      Array.isArray(item) ? [] : fetched(item, wanted),
    );
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => {
      const fields = inner(wanted, name);
      return fields ? [[name, fetched(member, fields)]] : [];
    }),
  );
}

/**
 * The wanted fields without environment variables, which a capture never
 * contains.
 */
function withoutEnvironment(wanted: WantedFields): WantedFields {
  return Object.fromEntries(
    Object.entries(wanted)
      .filter(([name]) => name !== 'env')
      .map(([name, fields]) => [name, withoutEnvironment(fields)]),
  );
}

describe.each(allKinds.map(kind => [kind.groupResource, kind] as const))(
  '%s',
  (name, kind) => {
    const objects = anyObject(kind);

    it('has one name', () => {
      expect(kindNamed(name)).toBe(kind);
      expect(kindNamed(kind.resource)).toBe(kind);
      expect(Object.entries(kinds)).toContainEqual([kind.resource, kind]);
    });

    it('looks at no field that is not wanted', () => {
      fc.assert(
        fc.property(objects, object => {
          const strays = new Set<string>();
          kind.project(watched(object, kind.wanted, name, strays));
          expect([...strays]).toEqual([]);
        }),
      );
    });

    it('gives the same facts when only wanted fields are fetched', () => {
      fc.assert(
        fc.property(objects, object => {
          expect(kind.project(fetched(object, kind.wanted))).toEqual(
            kind.project(object),
          );
        }),
      );
    });

    it('gives the same facts for the captured copy', () => {
      fc.assert(
        fc.property(objects, object => {
          const captured = kind.project(kind.capture(object));
          expect(captured).toEqual(
            kind.project(fetched(object, withoutEnvironment(kind.wanted))),
          );
        }),
      );
    });

    it('reads any value without throwing, and keeps only allowed fields', () => {
      fc.assert(
        fc.property(fc.oneof(objects, fc.anything({ maxDepth: 4 })), value => {
          const facts = kind.project(value);
          kind.capture(value);
          kind.selects(value);
          expect(facts?.problems?.length ?? 0).toBeLessThanOrEqual(20);
          expect(JSON.stringify(facts ?? null)).not.toContain('x'.repeat(1025));
        }),
      );
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    });
  },
);

it('no other kind is defined', () => {
  expect(kindNamed('secrets')).toBeUndefined();
  expect(kindNamed('constructor')).toBeUndefined();
});

describe('capture', () => {
  it('keeps what rules read and drops environment, arguments and annotations', () => {
    const copy = kinds.deployments.capture({
      metadata: {
        name: 'karpenter',
        namespace: 'kube-system',
        labels: { 'app.kubernetes.io/name': 'karpenter' },
        annotations: { 'example.com/token': 'secret-1' },
        managedFields: [{ manager: 'secret-2' }],
      },
      spec: {
        replicas: 2,
        template: {
          spec: {
            containers: [
              {
                name: 'controller',
                image: 'karpenter:1.14.1',
                args: ['--token=secret-3'],
                env: [{ name: 'TOKEN', value: 'secret-4' }],
                command: ['secret-5'],
              },
            ],
          },
        },
      },
      status: { availableReplicas: 2 },
    });
    expect(copy).toMatchObject({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: { replicas: 2 },
      status: { availableReplicas: 2 },
    });
    expect(JSON.stringify(copy)).not.toMatch(/secret-\d|TOKEN/);
  });

  it('keeps only the known keys of cilium-config', () => {
    const copy = kinds.configmaps.capture({
      metadata: { name: 'cilium-config', namespace: 'kube-system' },
      data: { ipam: 'eni', 'my-password': 'hunter2' },
    });
    expect(copy).toMatchObject({ data: { ipam: 'eni' } });
    expect(JSON.stringify(copy)).not.toContain('hunter2');
  });
});

it.each([
  ['configmaps', { name: 'cilium-config', namespace: 'kube-system' }, true],
  ['configmaps', { name: 'cilium-config' }, true],
  ['configmaps', { name: 'other', namespace: 'kube-system' }, false],
  ['configmaps', { name: 'cilium-config', namespace: 'tenant' }, false],
  ['configmaps', {}, true],
  ['leases', { name: 'node-a', namespace: 'kube-node-lease' }, false],
  ['leases', { name: 'karpenter', namespace: 'kube-system' }, true],
  ['pods', { name: 'a', namespace: 'kube-node-lease' }, true],
])('of %s %j is selected: %s', (name, metadata, selected) => {
  expect(kindNamed(name)?.selects({ metadata })).toBe(selected);
});
