/** Whether a result of a search is a cluster. */
export function isClusterResult({ type }: { type: string }): boolean {
  return type === 'clusters';
}
