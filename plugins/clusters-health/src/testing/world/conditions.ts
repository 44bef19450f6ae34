import type { Json } from './merge';
import { ago } from './time';

/** A condition; `since` in minutes before `NOW`. */
export function condition(
  type: string,
  status: string,
  since = 60,
  reason = type,
  message = '',
): Json {
  return { type, status, reason, message, lastTransitionTime: ago(since) };
}
