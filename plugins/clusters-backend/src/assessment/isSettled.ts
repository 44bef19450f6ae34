import type { AssessedCluster } from './ClusterAssessor';

/**
 * Whether an assessment is unlikely to change by the passing of time alone: the
 * cluster is healthy, so no rule about durations is close to firing.
 */
export function isSettled({ row }: AssessedCluster): boolean {
  const { verdict, findings, connection } = row;
  return (
    verdict === 'healthy' &&
    findings.warning === 0 &&
    connection.state === 'live'
  );
}
