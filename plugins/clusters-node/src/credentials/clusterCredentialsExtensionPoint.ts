import { createExtensionPoint } from '@backstage/backend-plugin-api';

/**
 * A cluster for which credentials are requested.
 *
 * @public
 */
export interface ClusterIdentity {
  name: string;
  /** Address of the API server; already checked by the guard. */
  url: string;
  accountId?: string;
  region?: string;
  /**
   * Annotations of the entity under `kubernetes.io/`; the entity's owner writes
   * them.
   */
  annotations: Readonly<Record<string, string>>;
}

/**
 * The credentials with which the portal authenticates at an API server.
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
   * Hosts that may receive the credentials, either exact names or `*.suffix`.
   * The entity's owner chooses the address, so without this list the
   * credentials could be sent to any host.
   */
  allowedHosts: readonly string[];
  /** How long credentials are used before new ones are requested. */
  lifetimeMs: number;
  /**
   * Returns the credentials. An error's message is shown to everyone who may
   * see the cluster.
   */
  getCredential(cluster: ClusterIdentity): Promise<ClusterCredential>;
}

/**
 * Accepts credentials for auth providers that the plugin itself does not
 * support.
 *
 * @public
 */
export interface ClusterCredentialsExtensionPoint {
  /** @throws when the auth provider already has credentials, as `aws` does */
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
