import type {
  RolloutView,
  Verdict,
} from '@clusterworks/plugin-clusters-common';
import { measureNumber } from '../../format';

/**
 * The mark beside a rollout: how many of the wanted replicas are ready. It
 * repeats the two numbers beside it and judges nothing else; judging is the
 * business of findings.
 */
export function rolloutVerdict(rollout: RolloutView): Verdict {
  const ready = measureNumber(rollout.ready);
  const desired = measureNumber(rollout.desired);
  if (ready === undefined || desired === undefined) {
    return 'unknown';
  }
  if (ready >= desired) {
    return 'healthy';
  }
  return ready === 0 ? 'critical' : 'degraded';
}
