import type {
  ClusterDetail,
  FleetRow,
  HistoryPoint,
} from '@clusterworks/plugin-clusters-common';
import type { KnownCluster } from '../discovery/KnownCluster';
import { ClusterBody } from './ClusterBody';
import type { AssessedCluster } from '../assessment/ClusterAssessor';
import { pointOf } from './pointOf';

/** One cluster as it is shown. */
export interface FleetEntry {
  cluster: KnownCluster;
  revision: number;
  row: FleetRow;
  body: ClusterBody;
  /** What a trend keeps of it. */
  point: Omit<HistoryPoint, 'at'> | undefined;
}

/** A change of what is shown of one cluster. */
export interface FleetChange {
  entry: FleetEntry;
  before?: FleetEntry;
}

/**
 * What is shown of every cluster, in memory. Answers are made from here alone;
 * no request ever waits for a cluster or the database.
 */
export class FleetStore {
  readonly #entries = new Map<string, FleetEntry>();
  readonly #listeners: ((change: FleetChange) => void)[] = [];
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
    this.#listeners.push(listener);
  }

  /** Takes an assessment; it counts as a change when it shows something new. */
  put(cluster: KnownCluster, assessed: AssessedCluster): FleetEntry {
    const { name } = cluster;
    const { view } = assessed;
    const before = this.#entries.get(name);
    const make = ClusterBody.assessed(assessed, cluster.labels, before?.body);
    const same = before !== undefined && before.body.hash === make.hash;
    const revision = same ? before.revision : this.#nextRevision();
    const body = make.body(revision);
    const point =
      view === 'unchanged'
        ? before?.point && { ...before.point, verdict: assessed.row.verdict }
        : pointOf({ row: assessed.row, view });
    const entry = { cluster, revision, row: body.row, body, point };
    this.#entries.set(name, entry);
    if (!same) {
      this.#tell({ entry, before });
    }
    return entry;
  }

  /** Takes what another backend shows of a cluster, or an earlier process. */
  restore(cluster: KnownCluster, detail: ClusterDetail): void {
    const before = this.#entries.get(cluster.name);
    const { revision } = detail.row;
    if (before?.revision === revision) {
      return;
    }
    this.#revision = Math.max(this.#revision + 1, revision);
    const { row, view } = detail;
    const body = ClusterBody.restored(detail);
    const entry = {
      cluster,
      revision,
      row,
      body,
      point: pointOf({ row, view }),
    };
    this.#entries.set(cluster.name, entry);
    this.#tell({ entry, before });
  }

  remove(name: string): void {
    if (this.#entries.delete(name)) {
      this.#revision = this.#nextRevision();
    }
  }

  #nextRevision(): number {
    this.#revision = Math.max(this.#revision + 1, Date.now());
    return this.#revision;
  }

  #tell(change: FleetChange): void {
    for (const listener of this.#listeners) {
      listener(change);
    }
  }
}
