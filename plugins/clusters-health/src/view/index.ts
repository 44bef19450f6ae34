export { readRoomTrend, rememberRoom, withRoomTime } from './roomTrend';
export type { RoomTrend } from './roomTrend';
export * from './viewCluster';
