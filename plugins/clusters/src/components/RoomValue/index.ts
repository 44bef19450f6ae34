export { RoomValue } from './RoomValue';
