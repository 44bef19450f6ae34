import type tls from 'node:tls';

/** Where and how to connect; the protocol is negotiated. */
export interface DialOptions {
  url: URL;
  tls: tls.ConnectionOptions;
}
