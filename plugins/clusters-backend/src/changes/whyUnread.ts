import type { FleetEntry } from '../fleet/FleetStore';

/**
 * Why the nodes of a cluster are not counted: it is not read, or no longer.
 * Undefined when they are known now.
 */
export function whyUnread({ row, body }: FleetEntry): string | undefined {
  const { state, message } = row.connection;
  if (state !== 'live') {
    return message ? `${state}: ${message}` : state;
  }
  const sources = body.assessment()?.sources ?? [];
  const claims = sources.find(({ name }) => name === 'nodeclaims');
  return claims?.state === 'ok'
    ? undefined
    : `nodeclaims: ${claims?.state ?? 'not read'}`;
}
