import type { LedgerResponse } from '@clusterworks/plugin-clusters-common';
import type {
  ProposedRanges,
  ProposedRangesAnswer,
} from '@clusterworks/plugin-clusters-changes-node';
import { withDeadline } from '@clusterworks/plugin-clusters-node';
import type { AddressPolicy } from '../config/readAddressPolicy';

/** How long what GitHub said is taken as it was. */
const FRESH_MS = 30_000;
/** A page does not wait longer for GitHub. */
const WAIT_MS = 5_000;
/** The bound of the answer. */
const MAX_RESERVATIONS = 1_000;

/** The part of the ledger that is about ranges which no cluster has yet. */
export type ReservedAddresses = Pick<
  LedgerResponse,
  'reservations' | 'reservationsUnknown' | 'sizes' | 'overlapPolicy'
>;

/**
 * The ranges that are reserved: those of the configuration, and those of open
 * pull requests, which are asked for at most every half minute.
 */
export class Reservations {
  readonly #policy: AddressPolicy;
  readonly #proposed: Pick<ProposedRanges, 'read'>;
  readonly #now: () => number;
  #last?: { at: number; answer: ProposedRangesAnswer };
  #reading?: Promise<ProposedRangesAnswer>;

  constructor(options: {
    policy: AddressPolicy;
    proposed: Pick<ProposedRanges, 'read'>;
    now(): number;
  }) {
    this.#policy = options.policy;
    this.#proposed = options.proposed;
    this.#now = options.now;
  }

  /**
   * @param seesAll - whether the reader may see all clusters, and so those that
   *   pull requests are about
   */
  async read(seesAll: boolean): Promise<ReservedAddresses> {
    const configured = this.#policy.reserved;
    const answer = seesAll
      ? await this.#open()
      : {
          ranges: [],
          problems: [
            'only whoever may see all clusters is told of open pull requests',
          ],
        };
    return {
      sizes: this.#policy.sizes,
      overlapPolicy: this.#policy.overlaps,
      reservations: [
        ...configured,
        ...answer.ranges.map(({ cidr, cluster, pullRequest }) => ({
          ...{ cidr, pullRequest },
          name: cluster,
        })),
      ].slice(0, MAX_RESERVATIONS),
      ...(answer.problems.length > 0
        ? { reservationsUnknown: answer.problems.join('; ') }
        : {}),
    };
  }

  async #open(): Promise<ProposedRangesAnswer> {
    if (this.#last && this.#now() - this.#last.at < FRESH_MS) {
      return this.#last.answer;
    }
    this.#reading ??= this.#refresh();
    try {
      return await withDeadline(this.#reading, WAIT_MS, 'GitHub');
    } catch (error) {
      const { ranges = [], problems = [] } = this.#last?.answer ?? {};
      const late = `open pull requests: ${(error as Error).message}`;
      return { ranges, problems: [...problems, late] };
    }
  }

  async #refresh(): Promise<ProposedRangesAnswer> {
    try {
      const answer = await this.#proposed.read();
      this.#last = { at: this.#now(), answer };
      return answer;
    } finally {
      this.#reading = undefined;
    }
  }
}
