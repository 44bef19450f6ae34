import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * A cluster that credentials are asked for.
 *
 * @public
 */
export interface ClusterIdentity {
  name: string;
  /** Address of the API server; checked already. */
  url: string;
  accountId?: string;
  region?: string;
  /** Annotations of the entity under `kubernetes.io/`; written by its owner. */
  annotations: Readonly<Record<string, string>>;
}

/**
 * What authenticates the portal at an API server.
 *
 * @public
 */
export type ClusterCredential =
  | { type: 'bearer'; token: string }
  | { type: 'certificate'; cert: string; key: string };

/**
 * Credentials for the clusters of one auth provider.
 *
 * @public
 */
export interface ClusterCredentialProvider {
  /** The value of the annotation `kubernetes.io/auth-provider`. */
  name: string;
  /**
   * Hosts that the credentials may be sent to, exactly or as `*.suffix`. An
   * entity is written by its owner: without this it could name any.
   */
  allowedHosts: readonly string[];
  /** How long credentials are used before they are asked for again. */
  lifetimeMs: number;
  /** The message of an error is shown to whoever may see the cluster. */
  getCredential(cluster: ClusterIdentity): Promise<ClusterCredential>;
}

/**
 * Takes credentials for clusters of auth providers that are not read otherwise.
 *
 * @public
 */
export interface ClusterCredentialsExtensionPoint {
  /** @throws when the auth provider has credentials already, as `aws` does */
  addProvider(provider: ClusterCredentialProvider): void;
}

/**
 * Where modules add credentials for clusters.
 *
 * @public
 */
export const clusterCredentialsExtensionPoint =
  createExtensionPoint<ClusterCredentialsExtensionPoint>({
    id: 'clusters.credentials',
  });
