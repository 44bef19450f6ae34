import type { SimulatedRepository } from '../SimulatedRepository';
import type { GithubUrls } from './GithubUrls';
import { userBody } from './userBody';

/** Where the parts of a repository are. */
const ADDRESSES = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

/** A repository as GitHub shows one beside a run or a status. */
export function minimalRepositoryBody(
  repository: SimulatedRepository,
  urls: GithubUrls,
) {
  const addresses = Object.entries(ADDRESSES).map(([key, path]) => [
    key,
    urls.api(path),
  ]);
  return {
    id: 1,
    node_id: 'R_1',
    name: repository.name,
    full_name: repository.fullName,
    owner: { ...userBody(urls, repository.owner), type: 'Organization' },
    private: true,
    html_url: urls.page(),
    description: null,
    fork: false,
    url: urls.api(),
    ...(Object.fromEntries(addresses) as Record<
      keyof typeof ADDRESSES,
      string
    >),
  };
}

/** A repository as GitHub shows one in a pull request. */
export function repositoryBody(
  repository: SimulatedRepository,
  urls: GithubUrls,
) {
  const created = '2026-01-01T00:00:00Z';
  return {
    ...minimalRepositoryBody(repository, urls),
    visibility: 'private',
    ...{ archived: false, disabled: false },
    default_branch: repository.defaultBranch,
    clone_url: `${urls.page()}.git`,
    git_url: `${urls.page()}.git`,
    ssh_url: `${urls.page()}.git`,
    svn_url: urls.page(),
    ...{ mirror_url: null, homepage: null, language: null, license: null },
    ...{ forks: 0, forks_count: 0, open_issues: 0, open_issues_count: 0 },
    ...{ stargazers_count: 0, watchers: 0, watchers_count: 0, size: 0 },
    ...{ has_issues: false, has_projects: false, has_wiki: false },
    ...{ has_pages: false, has_downloads: false, has_discussions: false },
    ...{ created_at: created, updated_at: created, pushed_at: created },
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: false,
    delete_branch_on_merge: true,
    permissions: { admin: false, push: true, pull: true },
  };
}

/** A repository as GitHub shows it when it is asked for. */
export function fullRepositoryBody(
  repository: SimulatedRepository,
  urls: GithubUrls,
) {
  const body = repositoryBody(repository, urls);
  return { ...body, network_count: 0, subscribers_count: 0 };
}
