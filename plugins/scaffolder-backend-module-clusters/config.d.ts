export interface Config {
  clusters?: {
    /** Set: the templates of this package come into the catalog by themselves. */
    templates?: {
      /** Owner of the templates, such as `group:default/platform`. */
      owner: string;
    };
  };
}
