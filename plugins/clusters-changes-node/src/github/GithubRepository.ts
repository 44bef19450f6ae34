import { InputError } from '@backstage/errors';
import type {
  GithubIntegration,
  ScmIntegrations,
} from '@backstage/integration';
import { DefaultGithubCredentialsProvider } from '@backstage/integration';
import type { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { Octokit } from '@octokit/rest';
import { githubFetch } from './githubFetch';
import { GithubRequestError } from './GithubRequestError';
import { waitForLimits } from './waitForLimits';

const TIMEOUT_MS = 60_000;

/** Owner and name, in the form that every request needs. */
export interface RepositoryName {
  owner: string;
  repo: string;
}

/** A repository on GitHub, with a client that may write to it. */
export interface GithubRepository {
  /** Web address, as error messages name it. */
  url: string;
  octokit: Octokit;
  name: RepositoryName;
}

/**
 * Opens a platform repository with the credentials that `integrations.github`
 * has for its host, or with a token of the user.
 *
 * @param signal - ends waits for rate limits
 * @throws InputError when no integration matches
 */
export async function openGithubRepository(
  { url }: PlatformRepository,
  integrations: ScmIntegrations,
  ownToken?: string,
  signal?: AbortSignal,
): Promise<GithubRepository> {
  const { apiBaseUrl } = githubIntegration(url, integrations).config;
  const token = ownToken ?? (await tokenOf(url, integrations));
  if (!token) {
    throw new InputError(
      `repository: integrations.github has no credentials for ${url}`,
    );
  }
  const [owner, repo] = new URL(url).pathname.split('/').filter(Boolean);
  const octokit = new Octokit({
    baseUrl: apiBaseUrl,
    auth: token,
    request: { fetch: githubFetch(TIMEOUT_MS) },
    log: { debug: noLog, info: noLog, warn: noLog, error: noLog },
  });
  // Inside of the hook below, which changes the errors.
  waitForLimits(octokit, signal);
  // Octokit's errors contain the request, and with it the token.
  octokit.hook.error('request', error => {
    throw new GithubRequestError(error, url);
  });
  return { url, octokit, name: { owner, repo } };
}

/**
 * The integration for the host of a platform repository.
 *
 * @throws InputError when the host is not a configured GitHub
 */
export function githubIntegration(
  url: string,
  integrations: ScmIntegrations,
): GithubIntegration {
  const { host } = new URL(url);
  const integration = integrations.github.byHost(host);
  if (!integration?.config.apiBaseUrl) {
    throw new InputError(
      `repository: ${url} is on ${host}, but integrations.github has no entry with apiBaseUrl for that host`,
    );
  }
  return integration;
}

async function tokenOf(
  url: string,
  integrations: ScmIntegrations,
): Promise<string | undefined> {
  const credentials =
    DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  return (await credentials.getCredentials({ url })).token;
}

function noLog(): void {}
