import { LeaseFacts, PodFacts } from '../kinds';
import { CrashLoop, findCrashLoop } from '../model/crashLoop';
import { restartKey } from './memory';
import { RuleContext } from './RuleContext';

/** Whether a pod crashes again and again, by this look and those before it. */
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
