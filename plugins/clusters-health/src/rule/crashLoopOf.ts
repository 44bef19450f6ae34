import type { LeaseFacts, PodFacts } from '../kinds';
import type { CrashLoop } from '../model/crashLoop';
import { findCrashLoop } from '../model/crashLoop';
import { restartKey } from './memory';
import type { RuleContext } from './RuleContext';

/**
 * Whether a pod crashes again and again, according to this look and earlier
 * ones.
 */
export function crashLoopOf(
  ctx: RuleContext,
  pod: PodFacts,
  lease?: LeaseFacts,
): CrashLoop | undefined {
  return findCrashLoop(ctx, pod, {
    lease,
    restartsBefore: container =>
      ctx.memory?.restarts[restartKey(pod, container)]?.count,
  });
}
