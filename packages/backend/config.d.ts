export interface Config {
  permission?: {
    /**
     * Groups whose members may unregister entities, register files and reach
     * through to the API servers of clusters, as full entity references.
     * Default: nobody.
     */
    platformGroups?: string[];
  };
}
