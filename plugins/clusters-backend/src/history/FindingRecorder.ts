import { randomUUID } from 'node:crypto';
import { PendingRows } from '../database/PendingRows';
import type { WriteMonitor } from '../database/WriteMonitor';
import type { FleetChange, FleetStore } from '../fleet/FleetStore';
import type { SessionManager } from '../sessions/SessionManager';
import { diffFindings } from './diffFindings';
import type {
  FindingChangeRow,
  FindingHistoryStore,
  RecordedFindings,
} from './FindingHistoryStore';

/** How often findings are looked at, in milliseconds. */
const LOOK_MS = 5_000;

/** The dependencies of a {@link FindingRecorder}. */
export interface FindingRecorderOptions {
  fleet: FleetStore;
  findings: Pick<FindingHistoryStore, 'add' | 'open'>;
  sessions: Pick<SessionManager, 'owned'>;
  monitor: WriteMonitor;
  now(): number;
}

/**
 * Records when findings of the clusters that this backend reads come and go.
 * While the database is down, changes are written later.
 */
export class FindingRecorder {
  readonly #options: FindingRecorderOptions;
  readonly #rows: PendingRows<FindingChangeRow>;
  /** Clusters that have changed since they were looked at. */
  readonly #changed = new Set<string>();
  /** By cluster: what came and has not gone, once it was read. */
  readonly #open = new Map<string, RecordedFindings>();
  /** Clusters that nobody saw before the next look. */
  readonly #unseen = new Set<string>();
  #looking: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: FindingRecorderOptions) {
    const { fleet, findings, monitor } = options;
    this.#options = options;
    this.#rows = new PendingRows(monitor, rows => findings.add(rows));
    fleet.onChange(change => this.#note(change));
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.look();
    await this.#rows.flush();
  }

  /** Looks at all that has changed; callers at the same time share one look. */
  look(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  #note({ entry, before, source }: FleetChange): void {
    const { body, cluster, row } = entry;
    const { identity } = cluster;
    if (row.connection.state !== 'live') {
      this.#unseen.add(identity);
    }
    if (source === 'restored') {
      // Another backend has recorded meanwhile.
      this.#open.delete(identity);
    } else if (
      // Pods change far more often than findings, whose text must be parsed.
      !body.hasAssessmentOf(before?.body) ||
      this.#unseen.has(identity) ||
      !this.#open.has(identity)
    ) {
      this.#changed.add(identity);
    }
  }

  async #look(): Promise<void> {
    const owned = new Set(this.#options.sessions.owned);
    for (const identity of [...this.#open.keys(), ...this.#unseen]) {
      if (!owned.has(identity)) {
        this.#open.delete(identity);
        this.#unseen.delete(identity);
      }
    }
    const due = [...owned].filter(identity => this.#isDue(identity));
    this.#changed.clear();
    if (await this.#readOpen(due)) {
      due.forEach(identity => this.#compare(identity));
    } else {
      due.forEach(identity => this.#changed.add(identity));
    }
    await this.#rows.save();
  }

  #isDue(identity: string): boolean {
    const missing = [...(this.#open.get(identity)?.open.values() ?? [])].some(
      ({ missingSince }) => missingSince !== undefined,
    );
    return missing || this.#changed.has(identity);
  }

  /** Reads what came before; false while the database does not answer. */
  async #readOpen(identities: readonly string[]): Promise<boolean> {
    const unread = identities.filter(identity => !this.#open.has(identity));
    if (unread.length === 0) {
      return true;
    }
    try {
      const found = await this.#options.findings.open(unread);
      found.forEach((recorded, identity) => {
        this.#open.set(identity, recorded);
        this.#unseen.add(identity);
      });
      return true;
    } catch {
      return false;
    }
  }

  #compare(identity: string): void {
    const { fleet, now } = this.#options;
    const entry = fleet.find(identity);
    const recorded = this.#open.get(identity);
    // What is not seen now has neither come nor gone.
    if (!entry || !recorded || entry.row.connection.state !== 'live') {
      return;
    }
    const assessment = entry.body.assessment();
    if (assessment) {
      const isFirst = this.#unseen.delete(identity);
      const { changes, open } = diffFindings(recorded.open, assessment, {
        now: now(),
        ...(isFirst ? { unseenSince: recorded.until } : {}),
      });
      const until = Math.max(recorded.until, ...changes.map(({ at }) => at));
      this.#open.set(identity, { open, until });
      this.#rows.add(
        ...changes.map(change => ({
          ...change,
          ...{ id: randomUUID(), identity, cluster: entry.cluster.name },
        })),
      );
    }
  }
}
