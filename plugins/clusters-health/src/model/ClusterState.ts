import type { SourceState } from '@clusterworks/plugin-clusters-common';
import type { FactsBySource, Snapshot, SourceName } from '../kinds';
import { ClusterIndex } from './ClusterIndex';
import { SECOND } from './durations';

/** How far the clocks of the API server and of this process may differ. */
const SKEW_MS = 60 * SECOND;

/** The objects of a cluster at one moment, with look-ups over them. */
export class ClusterState {
  readonly index: ClusterIndex;

  constructor(
    readonly snapshot: Snapshot,
    /** Milliseconds since 1970. */
    readonly now: number,
  ) {
    this.index = new ClusterIndex(snapshot);
  }

  get cluster(): string {
    return this.snapshot.cluster;
  }

  /** The objects of a source, whatever the source's state. */
  items<S extends SourceName>(source: S): readonly FactsBySource[S][] {
    return this.snapshot.resources[source].items;
  }

  state(source: SourceName): SourceState {
    return this.snapshot.resources[source].state;
  }

  /** Whether the source is reliable: its state is `ok`. */
  ok(source: SourceName): boolean {
    return this.state(source) === 'ok';
  }

  /**
   * Age in milliseconds; undefined when there is no time, or when the time is
   * in the future.
   */
  age(time: number | undefined): number | undefined {
    if (time === undefined || time > this.now + SKEW_MS) {
      return undefined;
    }
    return Math.max(0, this.now - time);
  }

  /**
   * Age of a time at the moment when its source was read, in milliseconds: a
   * heartbeat that was fresh when it was read half a minute ago is not late.
   */
  ageWhenRead(
    source: SourceName,
    time: number | undefined,
  ): number | undefined {
    const { readAt = this.now } = this.snapshot.resources[source];
    const age = this.age(time);
    return age === undefined
      ? undefined
      : Math.max(0, age - Math.max(0, this.now - readAt));
  }

  /** Whether an event happened within the given number of milliseconds. */
  recent(event: { lastAt?: number }, within: number): boolean {
    const age = this.age(event.lastAt);
    return age !== undefined && age <= within;
  }
}
