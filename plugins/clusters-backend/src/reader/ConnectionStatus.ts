import type { ReaderError } from './ReaderError';

/** The state of the connection to an API server. */
export interface ConnectionStatus {
  state: 'connecting' | 'up' | 'down';
  /** Since when the state holds, in milliseconds since the epoch. */
  since: number;
  /** Why there is no connection, while the state is `down`. */
  error?: ReaderError;
}
