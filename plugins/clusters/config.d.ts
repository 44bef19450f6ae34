export interface Config {
  argocd?: {
    /**
     * Where Argo CD is: drawers link to the application of a cluster whose
     * entity names it in the annotation `argocd/app-name` or
     * `argocd/app-selector`. The plugins of Argo CD read it too.
     *
     * @visibility frontend
     */
    baseUrl?: string;
  };
}
