/**
 * Annotations that keep Argo CD from deleting a NodePool or NodeClass whose
 * file vanished: deleting one drains every node behind it. They also make the
 * objects wait for the chart with their CRDs.
 */
export function argocdAnnotations(wave: number): Record<string, string> {
  return {
    'argocd.argoproj.io/sync-options':
      'Prune=false,Delete=confirm,SkipDryRunOnMissingResource=true',
    'argocd.argoproj.io/sync-wave': String(wave),
  };
}
