import { ago as kubeAgo, type Duration } from '@clusterworks/kube-fixtures';

export { NOW } from '@clusterworks/kube-fixtures';

/** The RFC 3339 time the given number of minutes before `NOW`. */
export function ago(minutes: number): string {
  return kubeAgo(`${minutes}m` as Duration);
}
