import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  isError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { withDeadline } from '@clusterworks/plugin-clusters-node';
import type { FleetStore } from '../fleet/FleetStore';
import { entryOf } from './entryOf';
import {
  currentStage,
  type NextWaveStep,
  nextWaveStep,
  openingFailed,
} from './machine/nextWaveStep';
import { leaveToPeople } from './machine/leaveToPeople';
import type { WaveObservation } from './machine/WaveObservation';
import type { WaveState, WaveStep } from './machine/WaveState';
import { seenCluster } from './seenCluster';
import type { WaveGit } from './WaveGit';
import type { WaveNotifier } from './WaveNotifier';
import { waveNote } from './waveNote';
import type { WaveStore } from './WaveStore';

const LOOK_MS = 30_000;
const OPEN_MS = 120_000;
/** Waves that are over are kept as long as changes of verdicts are. */
const KEEP_MS = 90 * 86_400_000;

/** The dependencies of a {@link WaveRunner}. */
export interface WaveRunnerOptions {
  store: WaveStore;
  fleet: Pick<FleetStore, 'find'>;
  git: Pick<WaveGit, 'look' | 'open'>;
  /** Whether pull requests need the token of a person. */
  requireUserToken: boolean;
  /** Absent when nobody is to be notified. */
  notifier: Pick<WaveNotifier, 'tell'> | undefined;
  /** Address of the portal, for links. */
  portalUrl: string | undefined;
  logger: LoggerService;
  now(): number;
}

/**
 * Moves the waves on that are not over. What halts a wave is looked for apart
 * from git, which may take minutes to answer.
 */
export class WaveRunner {
  readonly #options: WaveRunnerOptions;
  /** What was said of each wave that cannot be looked at. */
  readonly #said = new Map<string, string>();

  constructor(options: WaveRunnerOptions) {
    this.#options = options;
  }

  /** Looks at the clusters of all waves, and tells people what halted. */
  async watch(): Promise<void> {
    const { store, now } = this.#options;
    for (const { id } of await store.unfinished()) {
      await this.#attempt(id, async () => {
        const wave = await store.update(
          id,
          stored => this.#next(stored, this.#seen(stored)).wave,
        );
        await this.#tell(wave);
      });
    }
    await store.prune(now() - KEEP_MS);
  }

  /** Looks at git for all waves, and opens pull requests whose turn it is. */
  async drive(signal?: AbortSignal): Promise<void> {
    for (const wave of await this.#options.store.unfinished()) {
      if (signal?.aborted) {
        return;
      }
      await this.#attempt(wave.id, () => this.#drive(wave, signal));
    }
  }

  async #drive(wave: WaveState, signal?: AbortSignal): Promise<void> {
    const git = await this.#lookAtGit(wave);
    let toOpen: string[] = [];
    const next = await this.#options.store.update(wave.id, stored => {
      const step = this.#next(stored, this.#seen(stored, git));
      ({ toOpen } = step);
      return step.wave;
    });
    for (const step of next.steps) {
      if (toOpen.includes(step.identity) && !signal?.aborted) {
        await this.#open(next, step);
      }
    }
  }

  /** The installation may require tokens of people since the wave began. */
  #next(
    stored: WaveState,
    seen: ReadonlyMap<string, WaveObservation>,
  ): NextWaveStep {
    const { requireUserToken, now } = this.#options;
    const wave = requireUserToken ? leaveToPeople(stored, now()) : stored;
    return nextWaveStep(wave, seen, now());
  }

  #seen(
    wave: WaveState,
    git?: ReadonlyMap<string, WaveObservation['git']>,
  ): Map<string, WaveObservation> {
    const { fleet } = this.#options;
    return new Map(
      wave.steps.map(step => {
        const cluster = seenCluster(entryOf(fleet, step), wave.change);
        const inGit = git?.get(step.identity);
        return [step.identity, { cluster, ...(inGit ? { git: inGit } : {}) }];
      }),
    );
  }

  async #lookAtGit(
    wave: WaveState,
  ): Promise<ReadonlyMap<string, WaveObservation['git']>> {
    const { git, fleet, logger } = this.#options;
    const turn = wave.status === 'running' ? currentStage(wave) : undefined;
    const looks = wave.steps
      .filter(step => needsGit(step, turn))
      .map(async step => {
        const entry = entryOf(fleet, step);
        const look = entry
          ? await withDeadline(
              git.look(wave, step, entry),
              LOOK_MS,
              `Reading ${step.cluster} in git`,
            ).catch(error => {
              logger.warn(`Wave ${wave.id}: ${step.cluster} in git`, error);
              return undefined;
            })
          : undefined;
        return [step.identity, look] as const;
      });
    return new Map(await Promise.all(looks));
  }

  async #open(wave: WaveState, step: WaveStep): Promise<void> {
    const { git, fleet, store, portalUrl, logger, now } = this.#options;
    const entry = entryOf(fleet, step);
    // A person may have paused the wave since it was looked at.
    const { status } = await store.get(wave.id);
    if (!entry || status !== 'running') {
      return;
    }
    try {
      const opening = git.open(wave, entry, waveNote(wave, step, portalUrl));
      const what = `Opening the pull request of ${step.cluster}`;
      await withDeadline(opening, OPEN_MS, what);
    } catch (error) {
      logger.warn(
        `Wave ${wave.id}: no pull request for ${step.cluster}: ${messageOf(
          error,
        )}`,
      );
      if (!(await this.#isInTheWay(wave, step))) {
        const failure = { message: messageOf(error), isFinal: isFinal(error) };
        await store.update(wave.id, stored =>
          openingFailed(stored, step.identity, failure, now()),
        );
      }
    }
  }

  /** Whether another change is open by now: then the wave waits for it. */
  async #isInTheWay(wave: WaveState, step: WaveStep): Promise<boolean> {
    const { git, fleet } = this.#options;
    const entry = entryOf(fleet, step);
    const look =
      entry &&
      (await withDeadline(
        git.look(wave, step, entry),
        LOOK_MS,
        'Reading git',
      ).catch(() => undefined));
    return look?.other !== undefined || look?.pull !== undefined;
  }

  async #tell(wave: WaveState): Promise<void> {
    if (wave.unsent.length === 0) {
      return;
    }
    const { notifier, store } = this.#options;
    const told = notifier ? await notifier.tell(wave) : [];
    if (told) {
      const [{ at }] = wave.unsent;
      await store.update(wave.id, stored => ({
        ...stored,
        unsent: stored.unsent.filter(each => each.at !== at),
        told,
      }));
    }
  }

  /** One wave that fails never stops the others. */
  async #attempt(id: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
      this.#said.delete(id);
    } catch (error) {
      const text = String(error);
      if (this.#said.get(id) !== text) {
        this.#options.logger.warn(`Wave ${id} could not be moved on: ${text}`);
      }
      this.#said.set(id, text);
    }
  }
}

/** Whether what follows depends on git. */
function needsGit({ state, stage }: WaveStep, turn: number | undefined) {
  return state === 'waiting' || state === 'blocked'
    ? stage === turn
    : ['opening', 'toOpen', 'open'].includes(state);
}

/** Whether another attempt would give the same error. */
function isFinal(error: unknown): boolean {
  return (
    error instanceof InputError ||
    error instanceof NotAllowedError ||
    error instanceof NotFoundError ||
    (isError(error) && error.name === 'ConflictError')
  );
}

function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}
