import type {
  Assessment,
  ClusterDetail,
  ClusterView,
  Connection,
  FleetRow,
  Headline,
} from '@clusterworks/plugin-clusters-common';
import {
  assessInSteps,
  blankSnapshot,
  causeEdges,
  headlineOf,
  type Knowledge,
  type Rule,
  rules as ownRules,
  rememberRoom,
  runToEnd,
  type Snapshot,
  unseenCodes,
  viewInSteps,
  withRoomTime,
} from '@clusterworks/plugin-clusters-health';
import type { FindingLinker } from '@clusterworks/plugin-clusters-node';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { MutesOf } from '../mutes/MuteBoard';
import { withMutes } from '../mutes/withMutes';
import type { ClusterFacts } from '../reader';
import { agedView } from './agedView';
import type { AssessorMemory } from './AssessorMemory';
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

/** What modules of the host add to assessments. */
export interface AssessmentExtensions {
  rules: readonly Rule[];
  linkers: readonly FindingLinker[];
}

/** An assessed cluster; the row has no revision yet. */
export interface AssessedCluster {
  row: Omit<FleetRow, 'revision'>;
  assessment: ClusterDetail['assessment'];
  /** `unchanged`: the view of the previous assessment is still right. */
  view: ClusterView | 'unchanged' | undefined;
}

/** Assesses one cluster repeatedly; the rules are in clusters-health. */
export class ClusterAssessor {
  memory: AssessorMemory;
  readonly #knowledge: Knowledge | undefined;
  readonly #linkers: readonly FindingLinker[];
  readonly #mutesOf: MutesOf | undefined;
  readonly #views = new ViewValidity();
  /** The part of the last view that a fleet row shows. */
  #shown: RowView | undefined;
  #connectingSince: string | undefined;

  /**
   * @param extensions - what modules of the host add
   * @param mutesOf - the mutes of findings
   */
  constructor(
    memory: AssessorMemory = {},
    extensions?: AssessmentExtensions,
    mutesOf?: MutesOf,
  ) {
    this.memory = memory;
    this.#mutesOf = mutesOf;
    this.#knowledge = knowledgeWith(extensions?.rules ?? []);
    this.#linkers = extensions?.linkers ?? [];
  }

  /**
   * Assesses the cluster at once.
   *
   * @param facts - absent for a cluster that is not read
   * @param now - milliseconds since 1970, by our clock
   * @param lastView - the view that pages show of the cluster until now
   */
  assess(
    cluster: KnownCluster,
    facts: ClusterFacts | undefined,
    now: number,
    lastView: () => ClusterView | undefined,
  ): AssessedCluster {
    return runToEnd(this.assessInSteps(cluster, facts, now, lastView));
  }

  /**
   * Does the same as `assess`, in steps between which other work can run. Only
   * one assessment may run at a time, because each one needs the memory that
   * the one before it leaves.
   */
  *assessInSteps(
    cluster: KnownCluster,
    facts: ClusterFacts | undefined,
    now: number,
    lastView: () => ClusterView | undefined,
  ): Generator<void, AssessedCluster> {
    const connection = this.#connection(cluster, facts, now);
    const snapshot = facts
      ? toSnapshot(cluster, facts)
      : unreadSnapshot(cluster, connection);
    // Times in objects come from the server's clock, so they are compared with
    // that clock.
    const time = new Date(now + (facts?.clockSkewMs ?? 0)).toISOString();
    const { assessment: found, memory } = yield* assessInSteps(
      snapshot,
      this.memory.rules,
      time,
      this.#knowledge,
      this.memory.room,
    );
    const assessment = withMutes(
      withLinks(found, cluster, this.#linkers),
      this.#mutesOf?.(cluster.identity) ?? new Map(),
      now,
    );
    this.memory.rules = memory;
    this.#remember(assessment, facts, now);
    const unchanged =
      facts !== undefined &&
      isCalm(assessment, connection) &&
      this.#views.holds(facts, Date.parse(time));
    const view = unchanged
      ? 'unchanged'
      : yield* this.#view(snapshot, facts, connection, time, lastView);
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

  *#view(
    snapshot: Snapshot,
    facts: ClusterFacts | undefined,
    connection: Connection,
    time: string,
    lastView: () => ClusterView | undefined,
  ): Generator<void, ClusterView | undefined> {
    let view: ClusterView | undefined;
    if (facts && isReadable(connection)) {
      const made = yield* viewInSteps(snapshot, time);
      view = this.#timeRoom(made, connection, time);
      this.#views.made(view, facts, Date.parse(time));
    } else {
      const last = lastView();
      view = last && agedView(last, connection);
      this.#views.forget();
    }
    this.#shown = view && rowView(view);
    return view;
  }

  /**
   * Adds the free addresses to the trend, but only if they were just observed.
   */
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
      // Not kept in the memory: after a restart, the connection state from
      // before it is continued when it is observed again.
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
  const { name, identity } = cluster;
  const { state, message = '' } = connection;
  return {
    ...blankSnapshot(name, sourceStateOf(state), message),
    identity,
  };
}

/** If the cluster cannot be read, the headline says so instead of a finding. */
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

/** Whether no rule or view that depends on durations applies. */
function isCalm({ verdict }: Assessment, { state }: Connection): boolean {
  return verdict === 'healthy' && state === 'live';
}

/** Whether facts exist, possibly old ones, from which a view can be made. */
function isReadable({ state }: Connection): boolean {
  return state === 'live' || state === 'stale';
}
