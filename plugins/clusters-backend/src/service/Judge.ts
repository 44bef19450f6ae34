import type {
  Assessment,
  ClusterDetail,
  ClusterView,
  Connection,
  FleetRow,
  Headline,
} from '@clusterworks/plugin-clusters-common';
import {
  assess,
  headlineOf,
  type Memory,
  readMemory,
  type Snapshot,
  viewCluster,
} from '@clusterworks/plugin-clusters-health';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { ClusterFacts } from '../reader';
import { agedView } from './agedView';
import {
  connectionOf,
  type ConnectionNow,
  connectionWithoutReader,
} from './connectionOf';
import { toFleetRow } from './toFleetRow';
import { blankSnapshot, toSnapshot } from './toSnapshot';

/** What a judge carries from look to look, and over a restart. */
export interface JudgeMemory {
  rules?: Memory;
  connection?: Connection;
  lastKnown?: FleetRow['lastKnown'];
  /** What pages showed when the cluster could last be read. */
  lastView?: ClusterView;
  lastObservedAt?: string;
}

/** Accepts what was stored of a judge's memory by this or an older version. */
export function readJudgeMemory(value: unknown): JudgeMemory {
  const stored = (value ?? {}) as JudgeMemory;
  return { ...stored, rules: readMemory(stored.rules) };
}

/** A judged cluster; the row has no revision yet. */
export interface Judgement {
  row: Omit<FleetRow, 'revision'>;
  assessment: ClusterDetail['assessment'];
  view: ClusterDetail['view'];
}

/** Judges one cluster again and again. No rule lives here. */
export class Judge {
  memory: JudgeMemory;

  constructor(memory: JudgeMemory = {}) {
    this.memory = memory;
  }

  /**
   * @param facts - absent for a cluster that nobody reads
   * @param now - milliseconds since 1970, by our clock
   */
  judge(
    cluster: KnownCluster,
    facts: ClusterFacts | undefined,
    now: number,
  ): Judgement {
    const connection = this.#connection(cluster, facts, now);
    const snapshot = facts
      ? toSnapshot(cluster.name, facts)
      : unreadSnapshot(cluster, connection);
    // The objects' times are the server's, so they are compared with its clock.
    const time = new Date(now + (facts?.clockSkewMs ?? 0)).toISOString();
    const { assessment, memory } = assess(snapshot, this.memory.rules, time);
    this.memory.rules = memory;
    this.#remember(assessment, facts, now);
    const view = this.#view(snapshot, connection, time);
    const row = toFleetRow({
      cluster,
      connection,
      assessment,
      headline: headlineFor(connection, assessment),
      view,
      lastKnown: this.memory.lastKnown,
      observedAt: this.memory.lastObservedAt,
    });
    return { row, assessment, view };
  }

  #connection(
    cluster: KnownCluster,
    facts: ClusterFacts | undefined,
    now: number,
  ): Connection {
    const current: ConnectionNow = facts
      ? connectionOf(facts)
      : connectionWithoutReader(cluster);
    const before = this.memory.connection;
    const since =
      before?.state === current.state && before.since
        ? before.since
        : new Date(now).toISOString();
    this.memory.connection = { ...current, since };
    return this.memory.connection;
  }

  #remember(
    { verdict }: Assessment,
    facts: ClusterFacts | undefined,
    now: number,
  ): void {
    if (verdict !== 'unknown') {
      this.memory.lastKnown = { verdict, at: new Date(now).toISOString() };
    }
    if (facts?.lastContact) {
      this.memory.lastObservedAt = new Date(facts.lastContact).toISOString();
    }
  }

  #view(
    snapshot: Snapshot,
    connection: Connection,
    time: string,
  ): ClusterView | undefined {
    if (connection.state === 'live' || connection.state === 'stale') {
      this.memory.lastView = viewCluster(snapshot, time);
      return this.memory.lastView;
    }
    const { lastView } = this.memory;
    return lastView ? agedView(lastView, connection) : undefined;
  }
}

function unreadSnapshot(
  cluster: KnownCluster,
  connection: Connection,
): Snapshot {
  return blankSnapshot(
    cluster.name,
    connection.state === 'notProvisioned' ? 'notProvisioned' : 'forbidden',
    connection.message ?? '',
  );
}

/** When the cluster cannot be read, that is what is wrong. */
function headlineFor(connection: Connection, assessment: Assessment): Headline {
  if (connection.state === 'live' || connection.state === 'stale') {
    return headlineOf(assessment);
  }
  return {
    text: connection.message ?? 'The cluster cannot be read',
    since: connection.since,
  };
}
