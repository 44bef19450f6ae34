export { BootTimes, LaunchTable } from './LaunchTable';
