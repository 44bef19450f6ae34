export { LaunchSection } from './LaunchSection';
export { LaunchTable } from './LaunchTable';
