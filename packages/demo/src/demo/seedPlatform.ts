import {
  planChanges,
  renderCluster,
} from '@clusterworks/plugin-clusters-blueprint';
import {
  clusterFolder,
  type ClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import type { SimulatedGithub } from '@clusterworks/github-simulator';
import type { FleetMember } from './fleet';

type Repository = SimulatedGithub['repository'];

/** The files that a repository holds now. */
async function currentFiles(
  repository: Repository,
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

/** The clusters that are not in the platform repository. */
export async function missingFrom(
  repository: Repository,
  fleet: FleetMember[],
): Promise<FleetMember[]> {
  const existing = new Set(await repository.listFiles());
  return fleet.filter(({ spec }) => {
    const folder = clusterFolder({
      environment: spec.spec.environment,
      name: spec.metadata.name,
    });
    return !existing.has(`${folder}/cluster.yaml`);
  });
}

/** The files of clusters that differ from what the repository holds. */
export async function filesOf(
  repository: Repository,
  specs: ClusterSpec[],
): Promise<Record<string, string>> {
  const rendered: Record<string, string> = Object.assign(
    {},
    ...specs.map(spec => renderCluster(spec).files),
  );
  const current = await currentFiles(repository, Object.keys(rendered));
  return planChanges({ rendered, current }).write;
}

/**
 * Brings clusters into the platform repository that are not there yet, as
 * merged pull requests would have. One commit: each takes a second.
 */
export async function seedPlatform(
  { repository }: SimulatedGithub,
  missing: FleetMember[],
): Promise<void> {
  const specs = missing.map(({ spec }) => spec);
  const write = await filesOf(repository, specs);
  if (Object.keys(write).length > 0) {
    const names = specs.map(({ metadata }) => metadata.name);
    await repository.commit({
      message: `Create ${names.join(', ')}`,
      write,
      actor: 'backstage',
    });
  }
}
