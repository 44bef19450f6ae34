import type { SimulatedPullRequest } from '../SimulatedPullRequest';
import type { SimulatedRepository } from '../SimulatedRepository';
import type { GithubUrls } from './GithubUrls';
import { repositoryBody } from './repositoryBody';
import { userBody } from './userBody';

/** A pull request as lists show it. */
export function pullBody(
  repository: SimulatedRepository,
  urls: GithubUrls,
  pull: SimulatedPullRequest,
) {
  const repo = repositoryBody(repository, urls);
  const side = (ref: string, sha: string) => ({
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: repo.owner,
    repo,
  });
  const addresses = addressesOf(urls, pull);
  const links = Object.entries(addresses.links).map(([key, href]) => [
    key,
    { href },
  ]);
  return {
    id: pull.number,
    node_id: `PR_${pull.number}`,
    number: pull.number,
    ...addresses.fields,
    _links: Object.fromEntries(links),
    state: pull.state,
    locked: false,
    title: pull.title,
    body: pull.body,
    user: userBody(urls, pull.author),
    labels: [],
    milestone: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: pull.requestedTeams.map(slug => ({
      ...teamBody(repository, urls, slug),
      parent: null,
    })),
    draft: pull.draft,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    head: side(pull.head, pull.headSha),
    base: side(pull.base, pull.baseSha),
    author_association: 'MEMBER',
    auto_merge: null,
  };
}

/** A team that was asked for a review, without what is above it. */
export function teamBody(
  { owner }: SimulatedRepository,
  urls: GithubUrls,
  slug: string,
) {
  const url = `${urls.origin}/api/v3/organizations/1/team/1`;
  return {
    id: 1,
    node_id: `T_${slug}`,
    name: slug,
    slug,
    description: null,
    privacy: 'closed',
    permission: 'push',
    type: 'organization',
    organization_id: 1,
    url,
    html_url: `${urls.origin}/orgs/${owner}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
  };
}

function addressesOf(
  urls: GithubUrls,
  { number, headSha }: Pick<SimulatedPullRequest, 'number' | 'headSha'>,
) {
  const url = urls.api(`/pulls/${number}`);
  const page = urls.page(`/pull/${number}`);
  const issue = urls.api(`/issues/${number}`);
  const common = {
    comments: `${issue}/comments`,
    commits: `${url}/commits`,
    review_comment: urls.api('/pulls/comments{/number}'),
    review_comments: `${url}/comments`,
    statuses: urls.api(`/statuses/${headSha}`),
  };
  return {
    fields: {
      url,
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      issue_url: issue,
      comments_url: common.comments,
      commits_url: common.commits,
      review_comment_url: common.review_comment,
      review_comments_url: common.review_comments,
      statuses_url: common.statuses,
    },
    links: { ...common, self: url, html: page, issue },
  };
}
