export interface Config {
  permission?: {
    /**
     * Groups of the platform team, as full entity references. They may do
     * everything; what others may do stands in docs/operate/install.md.
     * Default: nobody.
     */
    platformGroups?: string[];
  };
}
