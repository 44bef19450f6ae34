import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KubeObject } from '@clusterworks/kube-fixtures';
import { sharedPath } from '@clusterworks/test-support';

/** All objects of all recorded clusters. */
export function recordedObjects(): KubeObject[] {
  const directory = sharedPath('recorded') ?? '';
  return readdirSync(directory, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(directory, name))
        .filter(file => file.endsWith('.json'))
        .flatMap(file => {
          const content = JSON.parse(
            readFileSync(join(directory, name, file), 'utf8'),
          );
          return (
            content.items ??
            content.resources.flatMap(
              (each: { items: KubeObject[] }) => each.items,
            )
          );
        }),
    );
}

/** Maps whose keys are data, not names of fields. */
const dataMaps =
  /\.(labels|annotations|matchLabels|tags|data|pool|used|enis|capacity|allocatable|requests|limits|resources|nodeSelector)$/;

/** The paths of all fields of an object; array and map members are `*`. */
export function fieldPaths(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(each => fieldPaths(each, `${path}[*]`));
  }
  if (typeof value !== 'object' || value === null) {
    return [path];
  }
  const isMap = dataMaps.test(path);
  return Object.entries(value).flatMap(([name, each]) =>
    fieldPaths(each, isMap ? `${path}.*` : `${path}.${name}`),
  );
}
