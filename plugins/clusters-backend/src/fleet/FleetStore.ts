import type {
  ClusterDetail,
  ClusterView,
  FleetRow,
  HistoryPoint,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import type { AssessedCluster } from '../assessment/ClusterAssessor';
import type { KnownCluster } from '../discovery/KnownCluster';
import { nameKey } from '../identity/clusterOrder';
import { type HeldWorkload, heldWorkloads } from './heldWorkloads';
import { shownClaims } from '../identity/shownClaims';
import { ClusterBody } from './ClusterBody';
import { FleetNames } from './FleetNames';
import { pointOf } from './pointOf';

/** One cluster with everything that is shown of it. */
export interface FleetEntry {
  cluster: KnownCluster;
  revision: number;
  row: FleetRow;
  body: ClusterBody;
  /**
   * The last verdict of an assessment outside of connecting. The row's own
   * verdict is unknown for a moment after a restart; history, labels and events
   * must not show that.
   */
  settledVerdict: Verdict | undefined;
  /** The last known phase of an assessment outside of connecting. */
  settledPhase: FleetRow['phase'];
  /** The same of whether the cluster is drained. */
  settledDrained: FleetRow['drained'];
  /** The values that a trend keeps of the cluster. */
  point: Omit<HistoryPoint, 'at'> | undefined;
  /** The workloads that keep nodes; absent when they are not known. */
  held: readonly HeldWorkload[] | undefined;
}

/** A change in what is shown of one cluster. */
export interface FleetChange {
  entry: FleetEntry;
  before?: FleetEntry;
  /**
   * Whether this backend assessed the cluster or loaded its state from the
   * database.
   */
  source: 'assessed' | 'restored';
}

/**
 * What is shown of every cluster, in memory: rows, bodies and settled verdicts.
 * Answers are made from here alone; no request ever waits for a cluster or the
 * database.
 */
export class FleetStore {
  /** By identity, because a name can move to another cluster. */
  readonly #entries = new Map<string, FleetEntry>();
  readonly #names = new FleetNames();
  readonly #onChange: ((change: FleetChange) => void)[] = [];
  readonly #onRemove: ((cluster: string) => void)[] = [];
  // Starts at the time in milliseconds, so that revisions also grow over
  // restarts.
  #revision = Date.now();

  /** Grows with every change of any cluster, also when a cluster is removed. */
  get revision(): number {
    return this.#revision;
  }

  get entries(): FleetEntry[] {
    return [...this.#entries.values()];
  }

  /** The cluster with a name or a further name, without regard to case. */
  get(name: string): FleetEntry | undefined {
    const identity = this.#names.find(name);
    return identity === undefined ? undefined : this.#entries.get(identity);
  }

  /** The cluster with a key. */
  find(identity: string): FleetEntry | undefined {
    return this.#entries.get(identity);
  }

  onChange(listener: (change: FleetChange) => void): void {
    this.#onChange.push(listener);
  }

  onRemove(listener: (cluster: string) => void): void {
    this.#onRemove.push(listener);
  }

  /**
   * Stores an assessment; it counts as a change only when it shows something
   * new.
   */
  put(cluster: KnownCluster, assessed: AssessedCluster): FleetEntry {
    const before = this.#entries.get(cluster.identity);
    const { view } = assessed;
    const make = ClusterBody.assessed(assessed, cluster, before?.body);
    const same = before !== undefined && before.body.hash === make.hash;
    const revision = same ? before.revision : this.#nextRevision();
    const body = make.body(revision);
    const entry: FleetEntry = {
      cluster,
      revision,
      row: body.row,
      body,
      settledVerdict: settledVerdict(body.row, before),
      settledPhase: settledPhase(body.row, before),
      settledDrained: settledDrained(body.row, before),
      point:
        view === 'unchanged'
          ? before?.point && { ...before.point, verdict: assessed.row.verdict }
          : pointOf({ row: assessed.row, view }),
      held: view === 'unchanged' ? before?.held : heldOf(view),
    };
    this.#keep(entry, before);
    if (!same) {
      this.#tell({ entry, before, source: 'assessed' });
    }
    return entry;
  }

  /** Stores a state saved by another backend or an earlier process. */
  restore(cluster: KnownCluster, detail: ClusterDetail): void {
    const before = this.#entries.get(cluster.identity);
    const { view } = detail;
    const { revision } = detail.row;
    if (before?.revision === revision) {
      return;
    }
    this.#revision = Math.max(this.#revision + 1, revision);
    const row = { ...detail.row, ...identifyingFacts(cluster) };
    const entry: FleetEntry = {
      cluster,
      revision,
      row,
      body: ClusterBody.restored({ ...detail, row }),
      settledVerdict: settledVerdict(row, before),
      settledPhase: settledPhase(row, before),
      settledDrained: settledDrained(row, before),
      point: pointOf({ row, view }),
      held: heldOf(view),
    };
    this.#keep(entry, before);
    this.#tell({ entry, before, source: 'restored' });
  }

  remove(identity: string): void {
    const entry = this.#entries.get(identity);
    if (entry) {
      this.#entries.delete(identity);
      this.#names.remove(entry.cluster);
      this.#revision = this.#nextRevision();
      this.#onRemove.forEach(listener => listener(entry.cluster.name));
    }
  }

  #keep(entry: FleetEntry, before: FleetEntry | undefined): void {
    const { cluster } = entry;
    if (before && before.cluster !== cluster) {
      this.#names.remove(before.cluster);
    }
    if (before?.cluster !== cluster) {
      const other = this.#names.holder(cluster.name);
      if (other !== undefined && other !== cluster.identity) {
        this.remove(other);
      }
      this.#names.add(cluster);
    }
    this.#entries.set(cluster.identity, entry);
    if (before && nameKey(before.cluster.name) !== nameKey(cluster.name)) {
      this.#onRemove.forEach(listener => listener(before.cluster.name));
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

/**
 * The current name and description of a cluster, which replace the stored ones.
 */
function identifyingFacts(cluster: KnownCluster): Partial<FleetRow> {
  const { name, entityRef, source, owner, otherClaims } = cluster;
  return {
    ...{ name, entityRef, source, owner },
    otherClaims: shownClaims(otherClaims),
  };
}

function heldOf(
  view: ClusterView | undefined,
): readonly HeldWorkload[] | undefined {
  const { heldNodes } = view?.karpenter ?? {};
  return heldNodes && heldWorkloads(heldNodes);
}

function settledVerdict(
  { verdict, connection }: FleetRow,
  before: FleetEntry | undefined,
): Verdict | undefined {
  return connection.state === 'connecting' ? before?.settledVerdict : verdict;
}

function settledDrained(
  { drained, connection }: FleetRow,
  before: FleetEntry | undefined,
): FleetRow['drained'] {
  return connection.state === 'connecting' ? before?.settledDrained : drained;
}

function settledPhase(
  { phase, connection }: FleetRow,
  before: FleetEntry | undefined,
): FleetRow['phase'] {
  return connection.state === 'connecting' ? before?.settledPhase : phase;
}
