export { FindingHistory } from './FindingHistory';
export { GoneFindings } from './GoneFindings';
