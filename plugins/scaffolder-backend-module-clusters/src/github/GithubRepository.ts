import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { PlatformRepository } from '@clusterworks/plugin-clusters-spec';
import { Octokit } from '@octokit/rest';
import { GithubRequestError } from './GithubRequestError';

const TIMEOUT_MS = 60_000;

/** Owner and name, as every request needs them. */
export interface RepositoryName {
  owner: string;
  repo: string;
}

/** A repository on GitHub and a client that may write to it. */
export interface GithubRepository {
  octokit: Octokit;
  name: RepositoryName;
}

/**
 * Opens a platform repository with the credentials that `integrations.github`
 * has for its host.
 *
 * @throws InputError when no integration fits
 */
export async function openGithubRepository(
  { url }: PlatformRepository,
  integrations: ScmIntegrations,
  credentials: GithubCredentialsProvider = DefaultGithubCredentialsProvider.fromIntegrations(
    integrations,
  ),
): Promise<GithubRepository> {
  const { host, pathname } = new URL(url);
  const integration = integrations.github.byHost(host);
  if (!integration?.config.apiBaseUrl) {
    throw new InputError(
      `repository: ${url} is on ${host}, but integrations.github has no entry with apiBaseUrl for that host`,
    );
  }
  const { token } = await credentials.getCredentials({ url });
  if (!token) {
    throw new InputError(
      `repository: integrations.github has no credentials for ${url}`,
    );
  }
  const [owner, repo] = pathname.split('/').filter(Boolean);
  const octokit = new Octokit({
    baseUrl: integration.config.apiBaseUrl,
    auth: token,
    request: { timeout: TIMEOUT_MS },
    log: { debug: noLog, info: noLog, warn: noLog, error: noLog },
  });
  // Octokit's own errors hold the request, and with it the token.
  octokit.hook.error('request', error => {
    throw new GithubRequestError(error, url);
  });
  return { octokit, name: { owner, repo } };
}

function noLog(): void {}
