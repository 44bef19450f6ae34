import type { SpecDraft } from '../SpecDraft';

/** What neither AWS nor a capture tells: monitoring, and who delivers. */
export function readOperations(draft: SpecDraft): void {
  draft.ask(
    'spec.observability.serviceMonitors',
    'Are the metrics of Cilium and Karpenter collected with ServiceMonitors?',
  );
  draft.ask(
    'spec.observability.dashboards',
    'Are the dashboards of Cilium and Karpenter installed?',
  );
  const isArgocd = draft.ask(
    'spec.gitops.argocd',
    'Is the cluster to be registered with a hub Argo CD?',
  );
  if (isArgocd === true) {
    draft.ask(
      'spec.versions.argocd',
      'Which version of Argo CD does the hub run?',
    );
    draft.ask(
      'spec.gitops.handedOver',
      'Does Argo CD own the releases of Cilium and Karpenter already?',
    );
  }
}
