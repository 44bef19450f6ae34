import type { RequestOptions } from 'node:https';

/** An API server and the credentials for it. Never printed. */
export interface KubeConnection {
  /** `https://…`, may have a path. */
  server: string;
  /** Name of the cluster in the kubeconfig. */
  clusterName: string;
  /** Adds certificates, agent and authorization to a request. */
  authorize(options: RequestOptions): Promise<void>;
}
