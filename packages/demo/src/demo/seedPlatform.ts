import {
  planChanges,
  renderCluster,
} from '@clusterworks/plugin-clusters-blueprint';
import { clusterFolder } from '@clusterworks/plugin-clusters-spec';
import type { SimulatedGithub } from '@clusterworks/github-simulator';
import type { FleetMember } from './fleet';

/** The files that a repository holds now. */
async function currentFiles(
  repository: SimulatedGithub['repository'],
  paths: string[],
): Promise<Record<string, string>> {
  const existing = new Set(await repository.listFiles());
  const entries = await Promise.all(
    paths
      .filter(path => existing.has(path))
      .map(async path => [path, (await repository.readFile(path)) ?? '']),
  );
  return Object.fromEntries(entries);
}

/**
 * Brings clusters into the platform repository that are not there yet, as
 * merged pull requests would have. One commit: each takes a second.
 */
export async function seedPlatform(
  { repository }: SimulatedGithub,
  fleet: FleetMember[],
): Promise<void> {
  const existing = new Set(await repository.listFiles());
  const missing = fleet.filter(({ spec }) => {
    const folder = clusterFolder({
      environment: spec.spec.environment,
      name: spec.metadata.name,
    });
    return !existing.has(`${folder}/cluster.yaml`);
  });
  const rendered = Object.assign(
    {},
    ...missing.map(({ spec }) => renderCluster(spec).files),
  );
  const current = await currentFiles(repository, Object.keys(rendered));
  const { write } = planChanges({ rendered, current });
  if (Object.keys(write).length > 0) {
    const names = missing.map(({ spec }) => spec.metadata.name);
    await repository.commit({
      message: `Create ${names.join(', ')}`,
      write,
      actor: 'backstage',
    });
  }
}
