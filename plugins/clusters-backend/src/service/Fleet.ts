import { createHash } from 'node:crypto';
import type {
  Assessment,
  ClusterDetail,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { Judgement } from './Judge';

/** One cluster as it is shown. */
export interface FleetEntry {
  cluster: KnownCluster;
  detail: ClusterDetail;
  revision: number;
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
export class Fleet {
  readonly #entries = new Map<string, FleetEntry>();
  readonly #listeners: ((change: FleetChange) => void)[] = [];
  readonly #contents = new Map<string, string>();
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

  /** Takes a judgement; it counts as a change when it shows something new. */
  put(cluster: KnownCluster, judgement: Judgement): FleetEntry {
    const { name } = cluster;
    const before = this.#entries.get(name);
    const content = contentOf(cluster, judgement);
    const same = before !== undefined && this.#contents.get(name) === content;
    const revision = same ? before.revision : this.#nextRevision();
    const entry: FleetEntry = {
      cluster,
      revision,
      detail: {
        row: { ...judgement.row, revision },
        assessment: judgement.assessment,
        view: judgement.view,
      },
    };
    this.#entries.set(name, entry);
    if (!same) {
      this.#contents.set(name, content);
      this.#tell({ entry, before });
    }
    return entry;
  }

  /** Takes what another backend shows of a cluster that it reads. */
  restore(cluster: KnownCluster, detail: ClusterDetail): void {
    const before = this.#entries.get(cluster.name);
    const { revision } = detail.row;
    if (before?.revision === revision) {
      return;
    }
    this.#revision = Math.max(this.#revision + 1, revision);
    const entry = { cluster, detail, revision };
    this.#entries.set(cluster.name, entry);
    this.#contents.delete(cluster.name);
    this.#tell({ entry, before });
  }

  remove(name: string): void {
    if (this.#entries.delete(name)) {
      this.#contents.delete(name);
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

/** Everything that is shown, or decides who sees it, but the time of the look. */
function contentOf(
  { labels }: KnownCluster,
  { row, assessment, view }: Judgement,
): string {
  const judged: Partial<Assessment> = { ...assessment, observedAt: undefined };
  const shown: Partial<FleetRow> = {
    ...row,
    observedAt: row.connection.state === 'live' ? undefined : row.observedAt,
    // While the cluster is judged this is only the time of the look.
    lastKnown: row.verdict === 'unknown' ? row.lastKnown : undefined,
  };
  const text = JSON.stringify([labels, shown, judged, view]);
  // The text itself would be kept for every cluster.
  return createHash('sha256').update(text).digest('base64');
}
