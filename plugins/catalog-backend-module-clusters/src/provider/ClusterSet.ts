import type { Entity } from '@backstage/catalog-model';
import { clusterAnnotations } from '@clusterworks/plugin-clusters-common';
import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { clusterEntity } from './clusterEntity';
import type { ClusterFiles } from './clusterFiles';
import { reviewCluster } from './reviewCluster';

/**
 * Finds the entity that the catalog already has of a cluster in this
 * repository, in the form in which a provider emits it.
 *
 * @throws when the catalog cannot be asked
 */
export type FindKnownEntity = (
  name: string,
  repository: PlatformRepository,
) => Promise<Entity | undefined>;

/** The clusters of one repository as the catalog should have them. */
export interface ClusterSetUpdate {
  entities: Entity[];
  /** One message for each cluster whose files are broken. */
  problems: string[];
}

/**
 * Remembers the last good entity of each cluster, so that a broken file
 * neither removes a cluster nor changes it.
 */
export class ClusterSet {
  readonly #lastGood = new Map<string, Entity>();

  readonly #repository: PlatformRepository;
  readonly #findKnownEntity: FindKnownEntity;

  constructor(
    repository: PlatformRepository,
    findKnownEntity: FindKnownEntity,
  ) {
    this.#repository = repository;
    this.#findKnownEntity = findKnownEntity;
  }

  /** The clusters of the last read; empty before the first one. */
  get known(): Entity[] {
    return [...this.#lastGood.values()];
  }

  /**
   * Makes the entities of all folders that exist now.
   *
   * @throws when a broken cluster has no remembered entity and the catalog
   * cannot be asked for one: applying the rest would delete the cluster
   */
  async update(folders: readonly ClusterFiles[]): Promise<ClusterSetUpdate> {
    const taken = new Map<string, string>();
    const good = new Map<string, Entity>();
    const broken: { files: ClusterFiles; problem: string }[] = [];
    for (const files of this.#knownFirst(folders)) {
      const review = reviewCluster(files);
      const other = taken.get(files.name);
      if (other) {
        const problem = `cluster.yaml: the name "${files.name}" is taken by ${other}`;
        broken.push({ files, problem });
      } else if (review.problem === undefined) {
        const { spec, status } = review;
        const place = { repository: this.#repository, folder: files.folder };
        good.set(files.name, clusterEntity(spec, status, place));
        taken.set(files.name, files.folder);
      } else {
        broken.push({ files, problem: review.problem });
      }
    }
    const kept = new Map<string, Entity>();
    for (const { files, problem } of broken) {
      // A folder with a taken name adds no entity, because another folder has
      // that name.
      const last = taken.has(files.name)
        ? undefined
        : await this.#lastGoodOf(files.name);
      if (last) {
        kept.set(files.name, withProblem(last, problem));
      }
    }
    this.#remember(good, kept);
    return {
      entities: [...good.values(), ...kept.values()],
      problems: broken.map(
        ({ files, problem }) => `${files.folder}: ${problem}`,
      ),
    };
  }

  // Of two folders with the same name, the one whose entity exists keeps the
  // name.
  #knownFirst(folders: readonly ClusterFiles[]): ClusterFiles[] {
    const known = ({ name, folder }: ClusterFiles) =>
      this.#lastGood
        .get(name)
        ?.metadata.annotations?.[clusterAnnotations.specPath]?.startsWith(
          `${folder}/`,
        )
        ? 0
        : 1;
    return [...folders].sort((a, b) => known(a) - known(b));
  }

  async #lastGoodOf(name: string): Promise<Entity | undefined> {
    const remembered = this.#lastGood.get(name);
    if (remembered) {
      return remembered;
    }
    const found = await this.#findKnownEntity(name, this.#repository);
    if (found) {
      this.#lastGood.set(name, found);
    }
    return found;
  }

  #remember(good: Map<string, Entity>, kept: Map<string, Entity>): void {
    for (const name of this.#lastGood.keys()) {
      if (!good.has(name) && !kept.has(name)) {
        this.#lastGood.delete(name);
      }
    }
    good.forEach((entity, name) => this.#lastGood.set(name, entity));
  }
}

function withProblem(entity: Entity, problem: string): Entity {
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        [clusterAnnotations.problem]: problem,
      },
    },
  };
}
