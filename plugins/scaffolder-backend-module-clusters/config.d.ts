export interface Config {
  clusters?: {
    /**
     * The git repositories that hold clusters: the catalog reads them, and no
     * action writes anywhere else.
     */
    platformRepositories?: Array<{
      /** Page of the repository, such as https://github.com/acme/platform. */
      url: string;
      /** Branch to read from and to open pull requests against. Default: main. */
      baseBranch?: string;
      /** Groups that may own a cluster here. Default: any. */
      allowedOwnerGroups?: string[];
      /** Folder in the repository that holds everything. Default: its root. */
      path?: string;
    }>;
  };
}
