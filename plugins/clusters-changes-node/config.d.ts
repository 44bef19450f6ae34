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
      /** Entries of the repository's CODEOWNERS. Default: none. */
      codeOwners?: Array<{
        /** Pattern of paths, such as /terraform/modules/. */
        path: string;
        /** @user, @organization/team or an address. */
        owners: string[];
      }>;
      /**
       * Teams on GitHub whose review is requested for changes of a group's
       * clusters. Default: none.
       */
      reviewers?: Array<{
        /** Group that owns clusters, such as payments. */
        group: string;
        /** Name of the team in its URL. */
        team: string;
      }>;
    }>;
  };
}
