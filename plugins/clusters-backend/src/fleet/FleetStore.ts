import type {
  ClusterDetail,
  FleetRow,
  HistoryPoint,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import type { AssessedCluster } from '../assessment/ClusterAssessor';
import type { KnownCluster } from '../discovery/KnownCluster';
import { ClusterBody } from './ClusterBody';
import { pointOf } from './pointOf';

/** One cluster as it is shown. */
export interface FleetEntry {
  cluster: KnownCluster;
  revision: number;
  row: FleetRow;
  body: ClusterBody;
  /**
   * The last verdict that was not given while connecting. The row's own blinks
   * after a restart; history, labels and events must not.
   */
  settledVerdict: Verdict | undefined;
  /** What a trend keeps of it. */
  point: Omit<HistoryPoint, 'at'> | undefined;
}

/** A change of what is shown of one cluster. */
export interface FleetChange {
  entry: FleetEntry;
  before?: FleetEntry;
  /** Whether this backend read it itself, or took it from the database. */
  source: 'assessed' | 'restored';
}

/**
 * What is shown of every cluster, in memory: rows, bodies and settled verdicts.
 * Answers are made from here alone; no request ever waits for a cluster or the
 * database.
 */
export class FleetStore {
  readonly #entries = new Map<string, FleetEntry>();
  readonly #onChange: ((change: FleetChange) => void)[] = [];
  readonly #onRemove: ((cluster: string) => void)[] = [];
  // Milliseconds, so that revisions grow over restarts too.
  #revision = Date.now();

  /** Grows with every change of any cluster, also when one goes. */
  get revision(): number {
    return this.#revision;
  }

  get entries(): FleetEntry[] {
    return [...this.#entries.values()];
  }

  get(name: string): FleetEntry | undefined {
    return this.#entries.get(name);
  }

  onChange(listener: (change: FleetChange) => void): void {
    this.#onChange.push(listener);
  }

  onRemove(listener: (cluster: string) => void): void {
    this.#onRemove.push(listener);
  }

  /** Takes an assessment; it counts as a change when it shows something new. */
  put(cluster: KnownCluster, assessed: AssessedCluster): FleetEntry {
    const before = this.#entries.get(cluster.name);
    const { view } = assessed;
    const make = ClusterBody.assessed(assessed, cluster.labels, before?.body);
    const same = before !== undefined && before.body.hash === make.hash;
    const revision = same ? before.revision : this.#nextRevision();
    const body = make.body(revision);
    const entry: FleetEntry = {
      cluster,
      revision,
      row: body.row,
      body,
      settledVerdict: settledVerdict(body.row, before),
      point:
        view === 'unchanged'
          ? before?.point && { ...before.point, verdict: assessed.row.verdict }
          : pointOf({ row: assessed.row, view }),
    };
    this.#entries.set(cluster.name, entry);
    if (!same) {
      this.#tell({ entry, before, source: 'assessed' });
    }
    return entry;
  }

  /** Takes what another backend shows of a cluster, or an earlier process. */
  restore(cluster: KnownCluster, detail: ClusterDetail): void {
    const before = this.#entries.get(cluster.name);
    const { row, view } = detail;
    const { revision } = row;
    if (before?.revision === revision) {
      return;
    }
    this.#revision = Math.max(this.#revision + 1, revision);
    const entry: FleetEntry = {
      cluster,
      revision,
      row,
      body: ClusterBody.restored(detail),
      settledVerdict: settledVerdict(row, before),
      point: pointOf({ row, view }),
    };
    this.#entries.set(cluster.name, entry);
    this.#tell({ entry, before, source: 'restored' });
  }

  remove(name: string): void {
    if (this.#entries.delete(name)) {
      this.#revision = this.#nextRevision();
      this.#onRemove.forEach(listener => listener(name));
    }
  }

  #nextRevision(): number {
    this.#revision = Math.max(this.#revision + 1, Date.now());
    return this.#revision;
  }

  #tell(change: FleetChange): void {
    this.#onChange.forEach(listener => listener(change));
  }
}

function settledVerdict(
  { verdict, connection }: FleetRow,
  before: FleetEntry | undefined,
): Verdict | undefined {
  return connection.state === 'connecting' ? before?.settledVerdict : verdict;
}
