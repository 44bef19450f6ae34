export * from './CauseEdge';
export { causeEdges } from './causeEdges';
