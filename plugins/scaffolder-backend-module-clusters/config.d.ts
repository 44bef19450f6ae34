export interface Config {
  clusters?: {
    /** Set: the templates of this package come into the catalog by themselves. */
    templates?: {
      /** Owner of the templates, such as `group:default/platform`. */
      owner: string;
      /**
       * Whether Create Cluster offers the profile `seed`, the versions of the
       * reference design, which are out of support. Default: false.
       */
      seedProfile?: boolean;
    };
  };
}
