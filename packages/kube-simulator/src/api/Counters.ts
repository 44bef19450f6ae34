/** What one simulated cluster has served so far. */
export class Counters {
  connections = 0;
  requests = 0;
  unauthorized = 0;
  forbidden = 0;
  bytes = 0;
  events = 0;
  watchesOpen = 0;
  /** By `<plural>[.<group>]`. */
  readonly lists: Record<string, number> = {};
  readonly watches: Record<string, number> = {};
  readonly gets: Record<string, number> = {};

  /** Counts one authorised read. */
  count(verb: 'get' | 'list' | 'watch', resource: string): void {
    const counts = { get: this.gets, list: this.lists, watch: this.watches }[
      verb
    ];
    counts[resource] = (counts[resource] ?? 0) + 1;
  }
}
