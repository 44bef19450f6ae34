import { randomUUID } from 'node:crypto';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { PlatformRepositories } from '@clusterworks/plugin-clusters-changes-node';
import {
  MAX_WAVE_CLUSTERS,
  type Wave,
  type WaveCommand,
  type WaveCommandOptions,
  type WavePlan,
  type waveRequestSchema,
} from '@clusterworks/plugin-clusters-common';
import type { z } from 'zod';
import type { FleetEntry, FleetStore } from '../fleet/FleetStore';
import type { ClusterAccess, Visibility } from '../permissions/ClusterAccess';
import { queryFleet } from '../query/queryFleet';
import { pauseWave, resumeWave, stopWave } from './machine/commandWave';
import type { WaveState, WaveStep } from './machine/WaveState';
import { entryOf } from './entryOf';
import { planRequest } from './planRequest';
import { seenCluster } from './seenCluster';
import { WaveRights, type WaveRightsOptions } from './WaveRights';
import type { WaveStore } from './WaveStore';
import { waveView } from './waveView';

type Request = z.output<typeof waveRequestSchema>;

/** The dependencies of {@link Waves}. */
export interface WavesOptions extends WaveRightsOptions {
  store: WaveStore;
  fleet: FleetStore;
  access: ClusterAccess;
  repositories: PlatformRepositories;
  /** Whether pull requests need the token of a person. */
  requireUserToken: boolean;
  now(): number;
}

/** What callers do with waves. */
export class Waves {
  readonly #options: WavesOptions;
  readonly #rights: WaveRights;

  constructor(options: WavesOptions) {
    this.#options = options;
    this.#rights = new WaveRights(options);
  }

  /**
   * What a wave would be; stores nothing.
   *
   * @throws InputError for an invalid filter, and for unknown clusters
   */
  async plan(
    request: Request,
    credentials: BackstageCredentials,
  ): Promise<WavePlan> {
    const { stages, leftOut } = await this.#plan(request, credentials);
    return {
      stages: stages.map(({ environment, clusters }) => ({
        environment,
        clusters: clusters.map(({ cluster }) => cluster),
      })),
      leftOut,
      opensBy: this.#opensBy,
    };
  }

  /**
   * Starts a wave with the clusters that its plan has.
   *
   * @throws InputError when that is none or too many, ConflictError when another
   * wave was faster
   */
  async start(
    request: Request,
    credentials: BackstageCredentials,
  ): Promise<Wave> {
    const startedBy = this.#userOf(credentials);
    const { stages } = await this.#plan(request, credentials);
    const at = this.#options.now();
    const steps = stages.flatMap(({ clusters }, stage) =>
      clusters.map(member => ({
        ...{ ...member, stage, state: 'waiting' as const, since: at },
      })),
    );
    if (steps.length === 0) {
      throw new InputError('A wave needs a cluster that it changes');
    }
    if (steps.length > MAX_WAVE_CLUSTERS) {
      throw new InputError(
        `A wave has at most ${MAX_WAVE_CLUSTERS} clusters, and these are ${steps.length}`,
      );
    }
    const { change, filter, atOnce, settleMinutes, acceptDegraded } = request;
    const wave: WaveState = {
      ...{ id: randomUUID(), change, status: 'running', since: at },
      ...{ startedBy, startedAt: at, opensBy: this.#opensBy },
      ...{ atOnce, settleMs: settleMinutes * 60_000, acceptDegraded, steps },
      ...(filter && !request.clusters ? { filter } : {}),
      log: [{ at, event: 'started', by: startedBy }],
      ...{ unsent: [], told: [] },
    };
    await this.#options.store.create(wave);
    return await this.get(wave.id, credentials);
  }

  /** The waves of which the caller may see a cluster. */
  async list(credentials: BackstageCredentials): Promise<Wave[]> {
    const visibility = await this.#options.access.visibilityFor(credentials);
    const waves = await this.#options.store.list();
    const views = await Promise.all(
      waves.map(wave => this.#view(wave, visibility, credentials)),
    );
    return views.flatMap(view => view ?? []);
  }

  /** @throws NotFoundError also when the caller may see none of its clusters */
  async get(id: string, credentials: BackstageCredentials): Promise<Wave> {
    const visibility = await this.#options.access.visibilityFor(credentials);
    const wave = await this.#options.store.get(id);
    const view = await this.#view(wave, visibility, credentials);
    if (!view) {
      throw new NotFoundError(`No wave "${id}"`);
    }
    return view;
  }

  /**
   * Pauses, resumes or stops a wave.
   *
   * @throws NotAllowedError when the caller may not change its clusters,
   * ConflictError when the wave does not allow it now
   */
  async command(
    id: string,
    command: WaveCommand,
    { skip }: WaveCommandOptions,
    credentials: BackstageCredentials,
  ): Promise<Wave> {
    const { store, now } = this.#options;
    // Whoever sees none of it learns nothing of it.
    await this.get(id, credentials);
    const by = this.#userOf(credentials);
    const wave = await store.get(id);
    const allowed = await this.#rights.commands(wave, credentials);
    if (!allowed.includes(command)) {
      throw new NotAllowedError(
        `Not allowed to ${command} a wave of these clusters: it needs the permission to change them`,
      );
    }
    const visibility = await this.#options.access.visibilityFor(credentials);
    const hidden = new Set(
      wave.steps
        .filter(step => !this.#look(step, visibility))
        .map(({ cluster }) => cluster),
    );
    await store.update(id, stored => {
      const at = { by, now: now() };
      switch (command) {
        case 'pause':
          return pauseWave(stored, at);
        case 'stop':
          return stopWave(stored, at);
        default:
          return resumeWave(stored, this.#seen(stored), {
            ...at,
            skip,
            hidden,
          });
      }
    });
    return await this.get(id, credentials);
  }

  get #opensBy(): 'app' | 'person' {
    return this.#options.requireUserToken ? 'person' : 'app';
  }

  /** @throws NotAllowedError for a caller that is no user */
  #userOf(credentials: BackstageCredentials): string {
    if (!this.#options.auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'A wave names who started it: only users can do this',
      );
    }
    return credentials.principal.userEntityRef;
  }

  async #plan(request: Request, credentials: BackstageCredentials) {
    const { store, access, repositories } = this.#options;
    const visibility = await access.visibilityFor(credentials);
    const entries = this.#chosen(request, visibility);
    const { change, environments, atOnce } = request;
    return planRequest(entries, {
      ...{ change, environments, atOnce },
      isOurs: ({ cluster }) =>
        repositories.locate(cluster.location)?.name === cluster.name,
      allowed: await this.#rights.changeable(
        change,
        entries.map(({ cluster }) => cluster.name),
        credentials,
      ),
      others: await store.wavesOf(),
    });
  }

  #chosen({ filter, clusters }: Request, visibility: Visibility): FleetEntry[] {
    const { fleet } = this.#options;
    const visible = fleet.entries.filter(({ cluster }) =>
      visibility.sees(cluster),
    );
    if (!clusters) {
      const rows = visible.map(({ row }) => row);
      const { items } = queryFleet(rows, { filter, limit: 2_000 });
      const chosen = new Set(items.map(({ name }) => name));
      return visible.filter(({ row }) => chosen.has(row.name));
    }
    const byName = new Map(visible.map(entry => [entry.cluster.name, entry]));
    return [...new Set(clusters)].map(name => {
      const entry = byName.get(name);
      if (!entry) {
        throw new InputError(`clusters: no cluster "${name}"`);
      }
      return entry;
    });
  }

  async #view(
    wave: WaveState,
    visibility: Visibility,
    credentials: BackstageCredentials,
  ): Promise<Wave | undefined> {
    const isVisible = wave.steps.some(step => this.#look(step, visibility));
    if (!isVisible) {
      return undefined;
    }
    const allowed = await this.#rights.commands(wave, credentials);
    const possible = allowed.filter(command =>
      command === 'pause'
        ? wave.status === 'running'
        : command === 'stop' || wave.status !== 'running',
    );
    return waveView(wave, step => this.#look(step, visibility), possible);
  }

  /** The cluster of a step as far as the caller may see it. */
  #look(
    step: WaveStep,
    visibility: Visibility,
  ): FleetEntry | 'gone' | undefined {
    const entry = entryOf(this.#options.fleet, step);
    if (!entry) {
      return visibility.seesAll ? 'gone' : undefined;
    }
    return visibility.sees(entry.cluster) ? entry : undefined;
  }

  #seen(wave: WaveState) {
    const { fleet } = this.#options;
    return new Map(
      wave.steps.map(step => [
        step.identity,
        { cluster: seenCluster(entryOf(fleet, step), wave.change) },
      ]),
    );
  }
}
