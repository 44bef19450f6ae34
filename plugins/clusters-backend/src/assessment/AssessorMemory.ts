import type {
  Connection,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import {
  type Memory,
  readMemory,
  readRoomTrend,
  type RoomTrend,
} from '@clusterworks/plugin-clusters-health';

/** What an assessor keeps from one assessment to the next, and over a restart. */
export interface AssessorMemory {
  rules?: Memory;
  /** The last connection state other than `connecting`. */
  connection?: Connection;
  lastKnown?: FleetRow['lastKnown'];
  lastObservedAt?: string;
  /** The free addresses in subnets over the last days. */
  room?: RoomTrend;
}

/** Parses a stored assessor memory, also one written by an older version. */
export function readAssessorMemory(value: unknown): AssessorMemory {
  const stored = (value ?? {}) as AssessorMemory;
  const { connection, lastKnown, lastObservedAt } = stored;
  const rules = readMemory(stored.rules);
  const room = readRoomTrend(stored.room);
  return { rules, connection, lastKnown, lastObservedAt, room };
}
