import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { GithubRepository } from './GithubRepository';
import { type ClusterOperation, operationNames } from './ClusterOperation';

/** More open pull requests than any repository is expected to have. */
const MAX_PULLS = 1_000;

/**
 * A change of a cluster that waits to be merged.
 *
 * @public
 */
export type OpenChange = {
  operation: ClusterOperation;
  /** `clusterworks/upgrade-payments-dev`. */
  branch: string;
  number: number;
  url: string;
  title: string;
};

/** Name of the branch of an operation; always the same for the same cluster. */
export function branchName(
  operation: ClusterOperation,
  cluster: string,
): string {
  return `clusterworks/${operation}-${cluster}`;
}

/**
 * Our open pull requests about a cluster, the oldest first. Branches of forks
 * are not ours, whatever their names are.
 */
export async function openChanges(
  { octokit, name }: GithubRepository,
  options: { baseBranch: string; cluster: string },
): Promise<OpenChange[]> {
  const branches = new Map(
    operationNames.map(operation => [
      branchName(operation, options.cluster),
      operation,
    ]),
  );
  let seen = 0;
  const found = await octokit.paginate(
    octokit.pulls.list,
    { ...name, state: 'open', base: options.baseBranch, per_page: 100 },
    ({ data }) => {
      seen += data.length;
      if (seen > MAX_PULLS) {
        throw new ServiceUnavailableError(
          `${name.owner}/${name.repo} has more than ${MAX_PULLS} open pull requests`,
        );
      }
      return data.flatMap(pull => {
        const operation = branches.get(pull.head.ref);
        return operation && pull.head.repo?.id === pull.base.repo.id
          ? [
              {
                operation,
                branch: pull.head.ref,
                number: pull.number,
                url: pull.html_url,
                title: pull.title,
              },
            ]
          : [];
      });
    },
  );
  return found.sort((a, b) => a.number - b.number);
}

/** @throws ConflictError that names the change that is already open */
export function refuseSecond(cluster: string, open: OpenChange): never {
  throw new ConflictError(
    `${cluster} has an open change already, "${open.title}": ${open.url}. Continue that one, merge it or close it first`,
  );
}
