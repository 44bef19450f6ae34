import type { LookupFunction } from 'node:net';

/** What authenticates us at an API server. */
export type ReaderCredential =
  | { type: 'bearer'; token: string }
  | { type: 'certificate'; cert: string; key: string }
  | { type: 'anonymous' };

/** Gives credentials that are still valid, and renews them before they end. */
export interface CredentialSource {
  get(): Promise<ReaderCredential>;
  /** To be called when the server did not accept the last ones. */
  invalidate(): void;
}

/** One API server and how to reach it. */
export interface ClusterTarget {
  /** Name of the cluster in the fleet. */
  name: string;
  /** Address of the API server; a path, as proxies have it, is kept. */
  url: string;
  /** Certificates that the server's must descend from, as PEM. */
  ca?: string;
  /** For development only: accepts any certificate. */
  skipTlsVerify?: boolean;
  credentials: CredentialSource;
  /** Looks host names up and refuses addresses that must not be reached. */
  lookup?: LookupFunction;
}
