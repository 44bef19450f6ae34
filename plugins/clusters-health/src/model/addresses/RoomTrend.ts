/**
 * Upper bounds of the free addresses at one time: in the cluster and in each
 * subnet.
 */
export interface RoomSample {
  /** Milliseconds since 1970. */
  at: number;
  cluster?: number;
  subnets: Record<string, number>;
}

/**
 * Samples of the free addresses of the last week, which one snapshot cannot
 * contain. Plain JSON.
 *
 * @public
 */
export interface RoomTrend {
  version: 1;
  samples: RoomSample[];
}
