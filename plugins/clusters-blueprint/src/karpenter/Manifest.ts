/**
 * A Kubernetes object as it is written to a file.
 *
 * @public
 */
export type Manifest = {
  apiVersion: string;
  kind: string;
  metadata: { name: string; [key: string]: unknown };
  [key: string]: unknown;
};
