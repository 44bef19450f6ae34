export { RunwayChart } from './RunwayChart';
