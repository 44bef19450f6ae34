/**
 * Annotations that keep Argo CD from deleting a NodePool or NodeClass whose
 * file vanished: deleting one drains every node behind it. They wait for the
 * chart that brings their definitions.
 */
export function argocdAnnotations(wave: number): Record<string, string> {
  return {
    'argocd.argoproj.io/sync-options':
      'Prune=false,Delete=confirm,SkipDryRunOnMissingResource=true',
    'argocd.argoproj.io/sync-wave': String(wave),
  };
}
