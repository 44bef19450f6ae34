import { SourceState } from '@clusterworks/plugin-clusters-common';
import { FactsBySource, Snapshot, SourceName } from '../kinds';
import { ClusterIndex } from './ClusterIndex';
import { SECOND } from './durations';

/** Clocks of the API server and ours may differ by this. */
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

  /** Objects of a source, whatever its state. */
  items<S extends SourceName>(source: S): readonly FactsBySource[S][] {
    return this.snapshot.resources[source].items;
  }

  state(source: SourceName): SourceState {
    return this.snapshot.resources[source].state;
  }

  /** Whether a source can be relied on. */
  ok(source: SourceName): boolean {
    return this.state(source) === 'ok';
  }

  /** Age in milliseconds; undefined for no time and for one in the future. */
  age(time: number | undefined): number | undefined {
    if (time === undefined || time > this.now + SKEW_MS) return undefined;
    return Math.max(0, this.now - time);
  }

  /**
   * Age that a time had when its source was read, in milliseconds: a heartbeat
   * read half a minute ago is not half a minute late.
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

  /** Whether an event happened within the last so many milliseconds. */
  recent(event: { lastAt?: number }, within: number): boolean {
    const age = this.age(event.lastAt);
    return age !== undefined && age <= within;
  }
}
