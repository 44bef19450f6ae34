import type { LookupFunction } from 'node:net';

/** The credentials for an API server. */
export type ReaderCredential =
  | { type: 'bearer'; token: string }
  | { type: 'certificate'; cert: string; key: string }
  | { type: 'anonymous' };

/**
 * Returns credentials that are still valid, and renews them before they expire.
 */
export interface CredentialSource {
  get(): Promise<ReaderCredential>;
  /** Called when the server rejected the last credentials. */
  invalidate(): void;
}

/** One API server and how to reach it. */
export interface ClusterTarget {
  /** Name of the cluster in the fleet. */
  name: string;
  /** Address of the API server; a path, as some proxies use, is kept. */
  url: string;
  /**
   * Certificate authorities that must have issued the server's certificate, as
   * PEM.
   */
  ca?: string;
  /** For development only: accepts any certificate. */
  skipTlsVerify?: boolean;
  credentials: CredentialSource;
  /**
   * Resolves host names and refuses addresses that must not be connected to.
   */
  lookup?: LookupFunction;
}
