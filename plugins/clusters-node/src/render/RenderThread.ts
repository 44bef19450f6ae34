import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { RenderedCluster } from '@clusterworks/plugin-clusters-blueprint';
import { checkSpecSize } from '@clusterworks/plugin-clusters-spec';
import { Piscina } from 'piscina';
import type { ClusterRenderer, ClusterRenderOptions } from './ClusterRenderer';
import {
  type RenderAnswer,
  type RenderRequest,
  renderTask,
  renderTaskFile,
  startTask,
} from './renderTask';

/** The largest spec takes three seconds on an idle machine. */
const DEADLINE_MS = 30_000;
/**
 * A thread takes two seconds to start, and longer when it runs from sources.
 */
const START_MS = 120_000;
/** More than all tasks and previews that one backend has at once. */
const MAX_WAITING = 100;
/** The thread ends when nothing was rendered for this long. */
const IDLE_MS = 60_000;
/** The largest spec uses a quarter of this. */
const MEMORY_MEBIBYTES = 256;

/** Other limits and another task, for tests. */
export interface RenderThreadOptions {
  deadlineMs?: number;
  memoryMebibytes?: number;
  /** Path of a module that exports a `renderTask`. */
  taskFile?: string;
}

/**
 * Renders clusters in a separate thread, one after the other, so that no page
 * waits for them. The thread starts with the first cluster. It is terminated
 * when a spec takes too long or too much memory, and started again for the next
 * one.
 */
export class RenderThread implements ClusterRenderer {
  readonly #pool: Piscina<RenderRequest, RenderAnswer>;
  readonly #deadlineMs: number;
  #waiting = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: RenderThreadOptions = {}) {
    const { deadlineMs = DEADLINE_MS, taskFile = renderTaskFile } = options;
    this.#deadlineMs = deadlineMs;
    this.#pool = new Piscina<RenderRequest, RenderAnswer>({
      filename: taskFile,
      // The name comes from the function, so that bundlers keep the function.
      name: renderTask.name,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      // Requests for pages have priority over rendering.
      niceIncrement: 5,
      execArgv: loaderOf(taskFile),
      resourceLimits: {
        maxOldGenerationSizeMb: options.memoryMebibytes ?? MEMORY_MEBIBYTES,
      },
    });
  }

  async render(
    spec: unknown,
    { onStart, ...options }: ClusterRenderOptions = {},
  ): Promise<RenderedCluster> {
    // Data sent to a thread is copied, and very deep or large values cannot be.
    checkSpecSize(spec);
    if (this.#waiting >= MAX_WAITING) {
      throw new ServiceUnavailableError(
        'Too many clusters wait to be rendered: try again in a minute',
      );
    }
    this.#waiting += 1;
    // The deadline starts with this cluster, not while it waits for others.
    const answer = this.#turn.then(async () => {
      this.#waiting -= 1;
      await this.#start();
      onStart?.();
      return await this.#run({ spec, options });
    });
    this.#turn = answer.catch(() => {});
    const result = await answer;
    if ('refused' in result) {
      throw new InputError(result.refused);
    }
    return result.rendered;
  }

  /** Terminates the thread, whatever it is doing. */
  async stop(): Promise<void> {
    await this.#pool.destroy();
  }

  /**
   * Loads all code in advance, so that loading does not count against a spec's
   * deadline.
   */
  async #start(): Promise<void> {
    if (this.#pool.threads.length === 0) {
      const signal = AbortSignal.timeout(START_MS);
      const nothing = { spec: undefined, options: {} };
      await this.#pool.run(nothing, { name: startTask.name, signal });
    }
  }

  async #run(request: RenderRequest): Promise<RenderAnswer> {
    const signal = AbortSignal.timeout(this.#deadlineMs);
    try {
      return await this.#pool.run(request, { signal });
    } catch (error) {
      if (signal.aborted) {
        const seconds = this.#deadlineMs / 1_000;
        throw new ServiceUnavailableError(
          `This spec is not rendered: it took longer than ${seconds} s`,
        );
      }
      const { code } = error as { code?: unknown };
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
        throw new ServiceUnavailableError(
          'This spec is not rendered: it takes too much memory',
        );
      }
      throw error;
    }
  }
}

/**
 * When the backend runs from its sources, Backstage's TypeScript loader is
 * active, and tests use another loader: the thread needs the same one.
 */
function loaderOf(file: string): string[] | undefined {
  return file.endsWith('.ts')
    ? [
        '--require',
        resolvePackagePath('@backstage/cli', 'config', 'nodeTransform.cjs'),
      ]
    : undefined;
}
