import { z } from 'zod';

/**
 * State of the backend's connection to a cluster's API server.
 *
 * @public
 */
export const connectionSchema = z.object({
  state: z.enum([
    'live',
    'connecting',
    'stale',
    'unreachable',
    'forbidden',
    'noCredentials',
    'notProvisioned',
    'notRead',
  ]),
  /** RFC 3339, time since when the connection is in this state. */
  since: z.string().optional(),
  /**
   * The state was already the same at the first look, so it began at `since` or
   * earlier.
   */
  sinceAtLeast: z.boolean().optional(),
  /** One plain sentence; never contains a token or a response body. */
  message: z.string().optional(),
});
/**
 * State of the backend's connection to a cluster's API server.
 *
 * @public
 */
export type Connection = z.infer<typeof connectionSchema>;
