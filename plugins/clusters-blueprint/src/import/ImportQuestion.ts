/**
 * A field of `cluster.yaml` that the facts do not tell.
 *
 * @public
 */
export type ImportQuestion = {
  /** Path of the field, such as `spec.environment`. */
  path: string;
  question: string;
  /** The values that the field may have. */
  allowed: string;
  /** Whether `null` is an answer: the field is left out of `cluster.yaml`. */
  optional: boolean;
  /** The AWS CLI command whose output would tell. */
  command?: string;
};
