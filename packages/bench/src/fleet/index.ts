export { startBenchmarkFleet } from './startBenchmarkFleet';
export type {
  BenchmarkCluster,
  BenchmarkFleet,
  BenchmarkFleetOptions,
} from './startBenchmarkFleet';
export { templateObjects } from './templateObjects';
