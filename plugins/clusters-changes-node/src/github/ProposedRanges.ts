import type { ScmIntegrations } from '@backstage/integration';
import {
  MAX_CLUSTER_FILE_BYTES,
  type PlatformRepository,
  rangesOfSpec,
  readClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import { BaseBranch } from './BaseBranch';
import { type ClusterOperation, operationNames } from './ClusterOperation';
import { specPathOf } from './ClusterPlace';
import {
  type GithubRepository,
  openGithubRepository,
} from './GithubRepository';
import { openPulls, type OpenPull } from './openChanges';
import { ownChangeOf } from './ownChangeOf';
import type { PlatformRepositories } from './PlatformRepositories';

/**
 * Pull requests that are read per repository; reading one takes four requests.
 * Those that are meant to give other ranges come first; one of any other
 * operation may be continued with them.
 */
const MAX_READ = 100;

/**
 * A range that an open pull request gives to a cluster.
 *
 * @public
 */
export type ProposedRange = {
  cidr: string;
  cluster: string;
  pullRequest: { number: number; url: string; title: string };
};

/**
 * The ranges of all open pull requests, and why some may be missing.
 *
 * @public
 */
export type ProposedRangesAnswer = {
  ranges: ProposedRange[];
  problems: string[];
};

type OwnPull = OpenPull & { cluster: string; operation: ClusterOperation };

/**
 * Reads which ranges open pull requests of the platform repositories give to
 * clusters. A pull request is read again only when its branch has moved.
 *
 * @public
 */
export class ProposedRanges {
  readonly #repositories: PlatformRepositories;
  readonly #integrations: ScmIntegrations;
  /** By repository and commit: what its pull request proposes. */
  #known = new Map<string, string[]>();

  constructor(options: {
    repositories: PlatformRepositories;
    integrations: ScmIntegrations;
  }) {
    this.#repositories = options.repositories;
    this.#integrations = options.integrations;
  }

  /** Never rejects: a repository that cannot be read is a problem. */
  async read(): Promise<ProposedRangesAnswer> {
    const answer: ProposedRangesAnswer = { ranges: [], problems: [] };
    const known = new Map<string, string[]>();
    for (const repository of this.#repositories.all) {
      try {
        await this.#readRepository(repository, answer, known);
      } catch (error) {
        answer.problems.push(
          `open pull requests of ${repository.url}: ${
            (error as Error).message
          }`,
        );
      }
    }
    this.#known = known;
    return answer;
  }

  async #readRepository(
    repository: PlatformRepository,
    answer: ProposedRangesAnswer,
    known: Map<string, string[]>,
  ): Promise<void> {
    const github = await openGithubRepository(repository, this.#integrations);
    const pulls = ownPulls(await openPulls(github, repository.baseBranch));
    if (pulls.length > MAX_READ) {
      answer.problems.push(
        `only ${MAX_READ} of ${pulls.length} open pull requests of ${repository.url} were read`,
      );
    }
    for (const pull of pulls.slice(0, MAX_READ)) {
      const key = `${repository.url} ${pull.head.sha}`;
      const cidrs =
        this.#known.get(key) ?? (await rangesIn(github, repository, pull));
      if (cidrs === undefined) {
        answer.problems.push(`${pull.html_url} has no cluster.yaml to read`);
      } else {
        known.set(key, cidrs);
        answer.ranges.push(...cidrs.map(cidr => rangeOf(pull, cidr)));
      }
    }
  }
}

/** Those of our branches, in the order of their operations. */
function ownPulls(pulls: readonly OpenPull[]): OwnPull[] {
  return pulls
    .flatMap(pull => {
      const change = ownChangeOf(pull);
      return change ? [{ ...pull, ...change }] : [];
    })
    .sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ operation }: OwnPull): number {
  return operationNames.indexOf(operation);
}

/** Undefined when the branch has no such file, or one with problems. */
async function rangesIn(
  github: GithubRepository,
  repository: PlatformRepository,
  { head, cluster, operation }: OwnPull,
): Promise<string[] | undefined> {
  const branch = await BaseBranch.read(github, {
    ...repository,
    baseBranch: head.ref,
  });
  const path = branch
    .paths()
    .find(
      each =>
        each ===
        specPathOf({ environment: each.split('/')[1] ?? '', name: cluster }),
    );
  if (!path && operation === 'decommission') {
    // It takes the files of the cluster out of the repository.
    return [];
  }
  const text =
    path && branch.sizeOf(path) <= MAX_CLUSTER_FILE_BYTES
      ? await branch.readFile(path)
      : undefined;
  const spec = text ? readClusterSpecYaml(text).spec : undefined;
  return spec && rangesOfSpec(spec);
}

function rangeOf(pull: OwnPull, cidr: string): ProposedRange {
  const { number, html_url: url, title, cluster } = pull;
  return { cidr, cluster, pullRequest: { number, url, title } };
}
