import {
  clusterResources,
  WantedFields,
} from '@clusterworks/plugin-clusters-common';
import { readRecorded, readTruth, recordedPresent } from '../testing/recorded';
import { largeCluster } from '@clusterworks/kube-fixtures';
import { projectObject, wantedFields } from './projectObject';

/** Names of the fields that were asked for and are not wanted. */
type Strays = Set<string>;

/** A value that notes each field that is asked for without being wanted. */
function watched(
  value: unknown,
  wanted: WantedFields,
  path: string,
  strays: Strays,
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map(item => watched(item, wanted, `${path}[]`, strays));
  }
  return new Proxy(value, {
    get(target, key) {
      const name = String(key);
      const inner = wanted[name] ?? wanted['*'];
      const at = `${path}.${name}`;
      if (!inner) strays.add(at);
      return watched(Reflect.get(target, key), inner ?? {}, at, strays);
    },
    ownKeys(target) {
      if (!wanted['*']) strays.add(`${path}.*`);
      return Reflect.ownKeys(target);
    },
  });
}

/** What is left of a value when only wanted fields are kept. */
function selected(value: unknown, wanted: WantedFields): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(item => selected(item, wanted));
  const kept: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) {
    const fields = wanted[name] ?? wanted['*'];
    if (fields) kept[name] = selected(inner, fields);
  }
  return kept;
}

function objectsOf(capture: {
  resources: { resource: string; items: unknown[] }[];
}): [string, unknown][] {
  return capture.resources.flatMap(({ resource, items }) =>
    items.map((item): [string, unknown] => [resource, item]),
  );
}

/** Objects that make readers look at everything that they ever look at. */
const odd: [string, unknown][] = clusterResources.map(({ resource }) => [
  resource,
  {
    metadata: { name: 'x', labels: { a: 'b' }, ownerReferences: [{}] },
    spec: { selector: {}, template: { spec: { containers: [{ env: [{}] }] } } },
    status: {
      containerStatuses: [{ state: { terminated: {} } }],
      conditions: [{}],
      ipam: { used: { '10.0.0.1': {} } },
    },
  },
]);

/** Fields that readers look at without wanting them; facts must not differ. */
function straysOf(objects: readonly [string, unknown][]): string[] {
  const strays: Strays = new Set();
  for (const [resource, object] of objects) {
    const wanted = wantedFields(resource) ?? {};
    projectObject(resource, watched(object, wanted, resource, strays));
    expect(projectObject(resource, selected(object, wanted))).toEqual(
      projectObject(resource, object),
    );
  }
  return [...strays];
}

describe('wantedFields', () => {
  it('are known for each kind that is read, and for no other', () => {
    for (const { resource } of clusterResources) {
      expect(wantedFields(resource)?.metadata).toHaveProperty('name');
    }
    expect(wantedFields('secrets')).toBeUndefined();
  });

  it('name every field that is looked at, and give the same facts', () => {
    const generated = Object.entries(largeCluster(3, 3)).flatMap(
      ([resource, objects]) =>
        objects.map((object): [string, unknown] => [resource, object]),
    );
    expect(straysOf([...odd, ...generated])).toEqual([]);
  });

  const run = recordedPresent ? it : it.skip;
  run.each(recordedPresent ? Object.keys(readTruth()) : ['(absent)'])(
    'suffice for the recorded cluster %s',
    name => expect(straysOf(objectsOf(readRecorded(name)))).toEqual([]),
  );
});
