/**
 * What the cluster has and `cluster.yaml` cannot say, or what the blueprint
 * would render in another way than it is.
 *
 * @public
 */
export type ImportDifference = {
  /** What differs, such as `NodePool/general spec.limits`. */
  what: string;
  /** One sentence that says how. */
  message: string;
};
