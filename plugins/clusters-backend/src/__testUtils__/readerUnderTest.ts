import { allKinds } from '@clusterworks/plugin-clusters-health';
import {
  ClusterReader,
  type ClusterReaderOptions,
  type ClusterTarget,
  createReaderGates,
  defaultReaderLimits,
  type ReaderGates,
  type ReaderLimits,
} from '../reader';

/** Limits that make a test wait as little as possible. */
export const impatientLimits: ReaderLimits = {
  ...defaultReaderLimits,
  connectTimeoutMs: 3_000,
  headersTimeoutMs: 2_000,
  pageTimeoutMs: 30_000,
  watchIdleTimeoutMs: 5_000,
  livenessMs: 600,
  graceMs: 300,
  maxBackoffMs: 600,
  refusedRetryMs: 300,
  tooLargeRetryMs: 1_000,
};

/** The parts of an object that tests look at. */
export interface TestFacts {
  name: string;
  labels?: Record<string, string>;
}

const wanted = { metadata: { name: {}, labels: { '*': {} } } };

/** All kinds, with nothing kept of objects but name and labels. */
const namedKinds = allKinds.map(kind => ({
  ...kind,
  wanted,
  project(object: unknown): TestFacts {
    const { name, labels } = (object as { metadata: TestFacts }).metadata;
    return { name, labels };
  },
}));

/** A reader with short waiting times, and helpers to inspect it. */
export class ReaderUnderTest {
  readonly reader: ClusterReader;
  changes = 0;

  constructor(
    target: Omit<ClusterTarget, 'credentials'> & { token: string },
    options: {
      limits?: Partial<ReaderLimits>;
      gates?: ReaderGates;
      /**
       * The kinds that are read; by default, of each object only name and
       * labels are kept.
       */
      kinds?: ClusterReaderOptions['kinds'];
    } = {},
  ) {
    const { token, ...rest } = target;
    this.reader = new ClusterReader({
      target: {
        ...rest,
        credentials: {
          get: async () => ({ type: 'bearer', token }),
          invalidate() {},
        },
      },
      limits: { ...impatientLimits, ...options.limits },
      gates: options.gates ?? createReaderGates(),
      kinds: options.kinds ?? namedKinds,
      onChange: () => {
        this.changes += 1;
      },
    });
    this.reader.start();
  }

  get facts() {
    return this.reader.facts(Date.now());
  }

  source(name: string) {
    const found = this.#find(name);
    return { state: found?.state, reason: found?.reason };
  }

  names(name: string): string[] {
    const items = this.#find(name)?.items ?? [];
    return items.map(item => (item as TestFacts).name).sort();
  }

  /** How many objects exist but could not be read. */
  unreadable(name: string): number {
    return this.#find(name)?.unreadable ?? 0;
  }

  /** Every source with its state. */
  get states(): Record<string, string> {
    return Object.fromEntries(
      this.facts.resources.map(({ kind, state }) => [kind.resource, state]),
    );
  }

  async stop(): Promise<void> {
    await this.reader.stop();
  }

  #find(name: string) {
    return this.facts.resources.find(({ kind }) => kind.resource === name);
  }
}
