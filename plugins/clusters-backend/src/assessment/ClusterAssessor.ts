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
  blankSnapshot,
  causeEdges,
  headlineOf,
  type Knowledge,
  type Memory,
  readMemory,
  type Rule,
  rules as ownRules,
  readRoomTrend,
  rememberRoom,
  type RoomTrend,
  type Snapshot,
  unseenCodes,
  viewCluster,
  withRoomTime,
} from '@clusterworks/plugin-clusters-health';
import type { FindingLinker } from '@clusterworks/plugin-clusters-node';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { ClusterFacts } from '../reader';
import { agedView } from './agedView';
import {
  connectionOf,
  type ConnectionNow,
  connectionWithoutReader,
  sourceStateOf,
} from './connectionOf';
import { continueConnection } from './continueConnection';
import { type RowView, rowView, toFleetRow } from './toFleetRow';
import { toSnapshot } from './toSnapshot';
import { ViewValidity } from './ViewValidity';
import { withLinks } from './withLinks';

/** What an assessor carries from look to look, and over a restart. */
export interface AssessorMemory {
  rules?: Memory;
  /** The last one that was more than an attempt. */
  connection?: Connection;
  lastKnown?: FleetRow['lastKnown'];
  lastObservedAt?: string;
  /** How the room in subnets went. */
  room?: RoomTrend;
}

/** Accepts what was stored of an assessor's memory by this or an older version. */
export function readAssessorMemory(value: unknown): AssessorMemory {
  const stored = (value ?? {}) as AssessorMemory;
  const { connection, lastKnown, lastObservedAt } = stored;
  const rules = readMemory(stored.rules);
  const room = readRoomTrend(stored.room);
  return { rules, connection, lastKnown, lastObservedAt, room };
}

/** What modules of the host add to assessments. */
export interface AssessmentExtensions {
  rules: readonly Rule[];
  linkers: readonly FindingLinker[];
}

/** An assessed cluster; the row has no revision yet. */
export interface AssessedCluster {
  row: Omit<FleetRow, 'revision'>;
  assessment: ClusterDetail['assessment'];
  /** `unchanged`: the view of the assessment before. */
  view: ClusterView | 'unchanged' | undefined;
}

/** Assesses one cluster again and again. No rule lives here. */
export class ClusterAssessor {
  memory: AssessorMemory;
  readonly #knowledge: Knowledge | undefined;
  readonly #linkers: readonly FindingLinker[];
  readonly #views = new ViewValidity();
  /** What rows show of the view that was made last. */
  #shown: RowView | undefined;
  #connectingSince: string | undefined;

  /** @param extensions - what modules of the host add */
  constructor(memory: AssessorMemory = {}, extensions?: AssessmentExtensions) {
    this.memory = memory;
    this.#knowledge = knowledgeWith(extensions?.rules ?? []);
    this.#linkers = extensions?.linkers ?? [];
  }

  /**
   * @param facts - absent for a cluster that nobody reads
   * @param now - milliseconds since 1970, by our clock
   * @param lastView - what pages show of the cluster until now
   */
  assess(
    cluster: KnownCluster,
    facts: ClusterFacts | undefined,
    now: number,
    lastView: () => ClusterView | undefined,
  ): AssessedCluster {
    const connection = this.#connection(cluster, facts, now);
    const snapshot = facts
      ? toSnapshot(cluster.name, facts)
      : unreadSnapshot(cluster, connection);
    // The objects' times are the server's, so they are compared with its clock.
    const time = new Date(now + (facts?.clockSkewMs ?? 0)).toISOString();
    const { assessment: found, memory } = assess(
      snapshot,
      this.memory.rules,
      time,
      this.#knowledge,
    );
    const assessment = withLinks(found, cluster, this.#linkers);
    this.memory.rules = memory;
    this.#remember(assessment, facts, now);
    const unchanged =
      facts !== undefined &&
      isCalm(assessment, connection) &&
      this.#views.holds(facts, Date.parse(time));
    const view = unchanged
      ? 'unchanged'
      : this.#view(snapshot, facts, connection, time, lastView);
    const row = toFleetRow({
      cluster,
      connection,
      assessment,
      headline: headlineFor(connection, assessment),
      view: this.#shown,
      lastKnown: this.memory.lastKnown,
      observedAt: this.memory.lastObservedAt,
    });
    return { row, assessment, view };
  }

  #view(
    snapshot: Snapshot,
    facts: ClusterFacts | undefined,
    connection: Connection,
    time: string,
    lastView: () => ClusterView | undefined,
  ): ClusterView | undefined {
    let view: ClusterView | undefined;
    if (facts && isReadable(connection)) {
      view = this.#timeRoom(viewCluster(snapshot, time), connection, time);
      this.#views.made(view, facts, Date.parse(time));
    } else {
      const last = lastView();
      view = last && agedView(last, connection);
      this.#views.forget();
    }
    this.#shown = view && rowView(view);
    return view;
  }

  /** Only what was just seen belongs into a trend. */
  #timeRoom(
    view: ClusterView,
    { state }: Connection,
    time: string,
  ): ClusterView {
    const now = Date.parse(time);
    if (state === 'live') {
      this.memory.room = rememberRoom(this.memory.room, view, now);
    }
    return this.memory.room ? withRoomTime(view, this.memory.room, now) : view;
  }

  #connection(
    cluster: KnownCluster,
    facts: ClusterFacts | undefined,
    now: number,
  ): Connection {
    const current: ConnectionNow = facts
      ? connectionOf(facts)
      : connectionWithoutReader(cluster);
    if (current.state === 'connecting') {
      // After a restart this ends as it was before, and goes on from there.
      this.#connectingSince ??= new Date(now).toISOString();
      return { ...current, since: this.#connectingSince };
    }
    this.#connectingSince = undefined;
    this.memory.connection = continueConnection(
      this.memory.connection,
      current,
      now,
    );
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
}

function knowledgeWith(added: readonly Rule[]): Knowledge | undefined {
  return added.length > 0
    ? { rules: [...ownRules, ...added], unseenCodes, causeEdges }
    : undefined;
}

function unreadSnapshot(
  cluster: KnownCluster,
  connection: Connection,
): Snapshot {
  return blankSnapshot(
    cluster.name,
    sourceStateOf(connection.state),
    connection.message ?? '',
  );
}

/** When the cluster cannot be read, that is what is wrong. */
function headlineFor(connection: Connection, assessment: Assessment): Headline {
  if (isReadable(connection)) {
    return headlineOf(assessment);
  }
  return {
    text: connection.message ?? 'The cluster cannot be read',
    since: connection.since,
    sinceAtLeast: connection.sinceAtLeast,
  };
}

/** Whether no rule or view that depends on durations has anything to say. */
function isCalm({ verdict }: Assessment, { state }: Connection): boolean {
  return verdict === 'healthy' && state === 'live';
}

/** Whether there are facts, if old ones, to make a view from. */
function isReadable({ state }: Connection): boolean {
  return state === 'live' || state === 'stale';
}
