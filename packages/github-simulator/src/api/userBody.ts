import type { GithubUrls } from './GithubUrls';

/** A user as GitHub shows one beside something else. */
export function userBody(urls: GithubUrls, login: string) {
  const url = urls.user(login);
  return {
    login,
    id: 1,
    node_id: 'U_1',
    avatar_url: `${urls.origin}/favicon.ico`,
    gravatar_id: '',
    url,
    html_url: `${urls.origin}/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: 'User',
    site_admin: false,
  };
}

/** The user that a token stands for. */
export function ownUserBody(urls: GithubUrls, login: string) {
  return {
    ...userBody(urls, login),
    ...{ name: login, email: null, bio: null, blog: null, company: null },
    ...{ location: null, hireable: null, followers: 0, following: 0 },
    ...{ public_gists: 0, public_repos: 0, private_gists: 0, collaborators: 0 },
    ...{ owned_private_repos: 1, total_private_repos: 1, disk_usage: 0 },
    two_factor_authentication: true,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  };
}
