import type { Measure } from '@clusterworks/plugin-clusters-common';
import type { CostShares } from '@clusterworks/plugin-clusters-health';
import { measureText } from './measureText';
import { plain } from './plain';

/** Shares of cost as text: a few lines, without prices. */
export function costText(shares: CostShares): string {
  const idle = shares.underutilized
    .slice(0, 5)
    .map(({ node, requested }) => `${node} (${Math.round(requested * 100)} %)`);
  return [
    '',
    `Cost: spot ${say(
      shares.spotShare,
      value => `${Math.round(value * 100)} %`,
    )} of Karpenter's vCPU; ${shares.empty.length} empty ${
      shares.empty.length === 1 ? 'node' : 'nodes'
    }, ${say(
      shares.emptyNodeHours,
      value => `${value.toFixed(1)} node-hours`,
    )}; ${shares.underutilized.length} carry less than half${
      idle.length > 0 ? `: ${idle.join(', ')}` : ''
    }`,
    ...shares.pools.flatMap(({ pool, consolidation, gpu }) => [
      `    ${plain(pool)}: ${plain(consolidation.policy)} after ${plain(
        consolidation.after,
      )}: ${plain(consolidation.why)}`,
      ...(gpu ? [`        GPU: ${plain(gpu.why)}`] : []),
    ]),
    '',
  ].join('\n');
}

function say(measure: Measure, format: (value: number) => string): string {
  const text = measureText(measure, format);
  return measure.certainty === 'unknown' ? `${text} (${measure.reason})` : text;
}
