import type { NotificationKind } from './Condition';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When owners are notified; times in milliseconds. */
export interface NotificationPolicy {
  /** The time until addresses run out, below which owners are told. */
  runwayMs: number;
  /** How long a node waits to go before the owner of what holds it is told. */
  heldMs: number;
  /** How long something must last until it is told, and be over until that is. */
  waits: Record<NotificationKind, { confirmMs: number; resolveMs: number }>;
}

/**
 * The policy, with the times that are configured.
 *
 * Trends and rollouts change slowly and in both directions, so they must last
 * for longer than a verdict.
 */
export function notificationPolicy(configured: {
  runwayMs: number;
  heldMs: number;
  confirmMs: number;
  resolveMs: number;
}): NotificationPolicy {
  const { runwayMs, heldMs, confirmMs, resolveMs } = configured;
  const atLeast = (confirm: number, resolve: number) => ({
    confirmMs: Math.max(confirmMs, confirm),
    resolveMs: Math.max(resolveMs, resolve),
  });
  return {
    runwayMs,
    heldMs,
    waits: {
      critical: atLeast(0, 0),
      runway: atLeast(30 * MINUTE_MS, 6 * HOUR_MS),
      support: atLeast(10 * MINUTE_MS, HOUR_MS),
      blocker: atLeast(HOUR_MS, 6 * HOUR_MS),
    },
  };
}
