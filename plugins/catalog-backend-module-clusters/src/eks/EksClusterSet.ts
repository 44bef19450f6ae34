import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_KUBERNETES_AWS_CLUSTER_ID } from '@backstage/plugin-kubernetes-common';
import {
  clusterLabels,
  EKS_LOCATION_TYPE,
} from '@clusterworks/plugin-clusters-common';
import type { EksRegion, Described } from './EksRegion';
import { eksClusterEntity, type DiscoveredCluster } from './eksClusterEntity';
import type { EksCluster } from './eksClusterSchema';
import type { EksSource } from './eksSources';

/** Returns the entities in the catalog, by the ARN of their EKS cluster. */
export type FindDiscovered = () => Promise<ReadonlyMap<string, Entity>>;

/**
 * Returns the clusters of the platform repositories, which are not discovered
 * again.
 *
 * @throws when a repository was not read yet
 */
export type FindInGit = () => readonly Entity[];

/** The result of one read of a region. */
export interface EksClusterSetUpdate {
  entities: Entity[];
  /**
   * One message for each cluster whose entity is not complete or not current.
   */
  problems: string[];
  /** EKS names of clusters that come from their platform repository instead. */
  leftToGit: string[];
}

/**
 * The discovered clusters of one region, as the catalog should have them. A
 * cluster that the portal may no longer describe keeps its entity.
 */
export class EksClusterSet {
  readonly #source: EksSource;
  readonly #region: string;
  readonly #findDiscovered: FindDiscovered;
  readonly #findInGit: FindInGit;

  constructor(options: {
    source: EksSource;
    region: string;
    findDiscovered: FindDiscovered;
    findInGit: FindInGit;
  }) {
    this.#source = options.source;
    this.#region = options.region;
    this.#findDiscovered = options.findDiscovered;
    this.#findInGit = options.findInGit;
  }

  /**
   * @throws when the region, a platform repository or, for a cluster that keeps
   * its entity, the catalog does not answer: then nothing may change
   */
  async read(
    region: EksRegion,
    signal: AbortSignal,
  ): Promise<EksClusterSetUpdate> {
    const account = await region.readAccountId(signal);
    if (account !== this.#source.accountId) {
      throw new Error(
        `the credentials are those of account ${account}, not of ${
          this.#source.accountId
        }`,
      );
    }
    const git = this.#namesInGit();
    const all = await region.readClusters(signal);
    const described = all.filter(({ name }) => !git.has(name));
    const problems: string[] = [];
    const clusters = described.flatMap(one =>
      'cluster' in one && this.#isWanted(one.cluster) ? [one.cluster] : [],
    );
    const found = await withCidrs(region, clusters, problems, signal);
    const entities = found.flatMap(one => this.#entity(one, problems));
    const refused = described.filter(one => 'refused' in one);
    return {
      entities: [...entities, ...(await this.#kept(refused, problems))],
      problems,
      leftToGit: all.flatMap(({ name }) => (git.has(name) ? [name] : [])),
    };
  }

  /** EKS names of this region's clusters whose files are in git. */
  #namesInGit(): Set<string> {
    const here = this.#findInGit().filter(({ metadata: { labels } }) => {
      const account = labels?.[clusterLabels.account];
      return (
        labels?.[clusterLabels.region] === this.#region &&
        (account === undefined || account === this.#source.accountId)
      );
    });
    return new Set(
      here.map(
        ({ metadata: { name, annotations } }) =>
          annotations?.[ANNOTATION_KUBERNETES_AWS_CLUSTER_ID] ?? name,
      ),
    );
  }

  #isWanted({ tags }: EksCluster): boolean {
    return Object.entries(this.#source.tags).every(
      ([key, value]) => Object.hasOwn(tags, key) && tags[key] === value,
    );
  }

  #entity(found: DiscoveredCluster, problems: string[]): Entity[] {
    const { name } = found.cluster;
    const made = eksClusterEntity(found, this.#source, this.#region);
    problems.push(...made.problems.map(problem => `${name}: ${problem}`));
    const length = made.entity.metadata.name.length;
    if (length > 63) {
      problems.push(
        `${name}: a name of ${length} characters is too long for the catalog`,
      );
      return [];
    }
    return [made.entity];
  }

  async #kept(
    refused: readonly Extract<Described, { refused: string }>[],
    problems: string[],
  ): Promise<Entity[]> {
    if (refused.length === 0) {
      return [];
    }
    const known = await this.#findDiscovered();
    return refused.flatMap(({ name, refused: why }) => {
      problems.push(`${name}: ${why}`);
      const suffix = `:eks:${this.#region}:${
        this.#source.accountId
      }:cluster/${name}`;
      const before = [...known].find(([arn]) => arn.endsWith(suffix));
      return before ? [before[1]] : [];
    });
  }
}

/** The ARN of a discovered cluster, which its location contains. */
export function eksArnOf(location: string | undefined): string | undefined {
  const prefix = `${EKS_LOCATION_TYPE}:`;
  return location?.startsWith(prefix)
    ? location.slice(prefix.length)
    : undefined;
}

/** Without permission to describe VPCs, only the address blocks are missing. */
async function withCidrs(
  region: EksRegion,
  clusters: EksCluster[],
  problems: string[],
  signal: AbortSignal,
): Promise<DiscoveredCluster[]> {
  const vpcOf = ({ resourcesVpcConfig }: EksCluster) =>
    resourcesVpcConfig.vpcId;
  const ids = [...new Set(clusters.flatMap(one => vpcOf(one) ?? []))];
  let blocks = new Map<string, string[]>();
  try {
    blocks = await region.readVpcCidrs(ids, signal);
  } catch (error) {
    signal.throwIfAborted();
    const reason = error instanceof Error ? error.name : String(error);
    problems.push(`Address blocks of VPCs are unknown: ${reason}`);
  }
  return clusters.map(cluster => ({
    cluster,
    vpcCidrs: blocks.get(vpcOf(cluster) ?? ''),
  }));
}
