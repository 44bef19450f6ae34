import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import {
  integrationsOf,
  type Exchange,
  type FaultyProxy,
  type SimulatedGithub,
  startFaultyProxy,
  startSimulatedGithub,
} from '@clusterworks/github-simulator';
import {
  renderCluster,
  type RenderOptions,
} from '@clusterworks/plugin-clusters-blueprint';
import type {
  ClusterChangeOperation,
  Removal,
} from '@clusterworks/plugin-clusters-common';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StillRunsOrUnknown } from '../github/checkRemovable';
import type { AuthorizeChange } from '../github/checkRights';
import { readClusterInGit } from '../github/ClusterInGit';
import { PlatformRepositories } from '../github/PlatformRepositories';
import type { ClusterOperation } from '../github/ClusterOperation';
import { findCreation } from '../github/findCreation';
import { lastRequester } from '../github/lastRequester';
import { previewClusterChange } from '../github/previewClusterChange';
import { previewClusterCreation } from '../github/previewClusterCreation';
import { proposeClusterChange } from '../github/proposeClusterChange';
import { ProposedRanges } from '../github/ProposedRanges';
import { proposePlatformChange } from '../github/proposePlatformChange';
import { readMergedPulls } from '../github/readMergedPulls';
import { readPullProgress } from '../github/readPullProgress';
import type { Requester } from '../github/Requester';

/** A member of the group that owns the example cluster. */
export const jane: Requester = {
  ref: 'user:default/jane',
  groups: ['group:default/payments'],
};

/**
 * A platform repository on a simulated GitHub, with helpers to propose changes.
 */
export class PlatformUnderTest {
  static async start(): Promise<PlatformUnderTest> {
    const directory = await mkdtemp(join(tmpdir(), 'propose-change-'));
    const exchanges: Exchange[] = [];
    const github = await startSimulatedGithub({
      ...{ directory, port: 0 },
      onExchange: exchange => exchanges.push(exchange),
    });
    const proxy = await startFaultyProxy(github.url);
    return new PlatformUnderTest(directory, github, proxy, exchanges);
  }

  readonly #directory: string;
  /** What the simulated GitHub was asked and answered. */
  readonly exchanges: readonly Exchange[];
  readonly github: SimulatedGithub;
  readonly proxy: FaultyProxy;

  private constructor(
    directory: string,
    github: SimulatedGithub,
    proxy: FaultyProxy,
    exchanges: readonly Exchange[],
  ) {
    this.#directory = directory;
    this.github = github;
    this.proxy = proxy;
    this.exchanges = exchanges;
  }

  #settings(token: string = this.github.token) {
    const config = mockServices.rootConfig({
      data: {
        integrations: integrationsOf({ url: this.proxy.url, token }),
        clusters: {
          platformRepositories: [
            {
              url: `${this.proxy.url}/acme/platform`,
              reviewers: [
                { group: 'payments', team: 'payments-team' },
                { group: 'Group:default/Payments', team: 'on-call' },
                { group: 'search', team: 'search-team' },
              ],
            },
          ],
        },
      },
    });
    const repositories = PlatformRepositories.fromConfig(config);
    return {
      repositories,
      repository: repositories.choose(undefined),
      integrations: ScmIntegrations.fromConfig(config),
      renderer: {
        render: async (spec: unknown, how?: RenderOptions) =>
          renderCluster(spec as ClusterSpec, how),
      },
    };
  }

  /** The example's `cluster.yaml` in git or in its open change. */
  read(ofOpenChange = false) {
    const { repository, integrations } = this.#settings();
    const place = { repository, environment: 'dev', name: 'payments-dev' };
    return readClusterInGit({ place, integrations, ofOpenChange });
  }

  /** The ranges of open pull requests. */
  proposedRanges() {
    return new ProposedRanges(this.#settings());
  }

  /** Who asked for the newest change of the example of a kind. */
  lastRequester(operation: ClusterOperation) {
    const { repository, integrations } = this.#settings();
    const place = { repository, environment: 'dev', name: 'payments-dev' };
    return lastRequester({ place, operation, integrations });
  }

  /** How far a pull request is. */
  progress(number: number) {
    const { repository, integrations } = this.#settings();
    return readPullProgress({ repository, integrations, number });
  }

  /** Our pull requests that were merged since a time. */
  mergedPulls(since: number) {
    const { repository, integrations } = this.#settings();
    return readMergedPulls({ repository, integrations, since });
  }

  /** The preview of a change of the example. */
  preview(
    spec: unknown,
    operation: ClusterChangeOperation = 'edit',
    authorize: AuthorizeChange = async () => {},
    removal?: Removal,
  ) {
    const { repository, ...settings } = this.#settings();
    const place = { repository, environment: 'dev', name: 'payments-dev' };
    const today = '2026-07-01';
    return previewClusterChange({
      ...settings,
      ...{ spec, place, operation, today, authorize, removal },
    });
  }

  /** The preview of a creation. */
  previewCreation(spec: unknown, token?: string) {
    const { repository, integrations, renderer } = this.#settings();
    return previewClusterCreation({
      ...{ spec, repository, integrations, renderer, token },
      today: '2026-07-01',
    });
  }

  /** The pull request that created the example. */
  creation(environment = 'dev') {
    const { repository, integrations } = this.#settings();
    return findCreation({
      place: { repository, environment, name: 'payments-dev' },
      integrations,
    });
  }

  /** Proposes a spec, by default as Jane. */
  async propose(
    input: {
      spec: object;
      operation?: ClusterOperation;
      version?: string;
      continueOpen?: boolean;
      removal?: Removal;
      stillRuns?: StillRunsOrUnknown;
    },
    options: {
      token?: string;
      requester?: Requester;
      /** The text of a warning. */
      warning?: string;
      authorize?: AuthorizeChange;
      signal?: AbortSignal;
    } = {},
  ) {
    return proposeClusterChange({
      ...input,
      ...this.#settings(options.token),
      spec: input.spec as ClusterSpec,
      operation: input.operation ?? 'create',
      today: '2026-07-01',
      requester: options.requester ?? jane,
      authorize: options.authorize ?? (async () => {}),
      signal: options.signal,
      warnings: [
        {
          code: 'cidr-overlap',
          message: options.warning ?? 'it overlaps <b>others</b>',
        },
      ],
      logger: mockServices.logger.mock(),
    });
  }

  /** Proposes the files of the repository itself, by default as Jane. */
  async proposePlatform(
    requester: Requester = jane,
    settings: { path?: string } = {},
  ) {
    const { repository, integrations } = this.#settings();
    return proposePlatformChange({
      repository: { ...repository, ...settings },
      ...{ integrations, requester },
      logger: mockServices.logger.mock(),
    });
  }

  async branches(): Promise<string[]> {
    const refs = await this.github.repository.git.listRefs('refs/heads/');
    return refs.map(({ ref }) => ref);
  }

  merge(number: number): Promise<Response> {
    const { apiBaseUrl, token } = this.github;
    return fetch(`${apiBaseUrl}/repos/acme/platform/pulls/${number}/merge`, {
      method: 'PUT',
      headers: { authorization: `token ${token}` },
      body: '{}',
    });
  }

  async stop(): Promise<void> {
    await this.proxy.stop();
    await this.github.stop();
    // Git may still be tidying up in the background.
    await rm(this.#directory, { recursive: true, force: true, maxRetries: 20 });
  }
}
