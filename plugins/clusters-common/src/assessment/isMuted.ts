import type { Finding } from './findingSchema';

/**
 * Whether a finding is muted at a time. The mark may be older than its end.
 *
 * @param now - milliseconds since 1970
 *
 * @public
 */
export function isMuted({ mute }: Pick<Finding, 'mute'>, now: number): boolean {
  return mute !== undefined && Date.parse(mute.until) > now;
}
