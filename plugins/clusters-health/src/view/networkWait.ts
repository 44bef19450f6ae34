import type { ClusterView } from '@clusterworks/plugin-clusters-common';
import { conditionOf } from '../kinds';
import { networkReadySince } from './claimStage';
import type { Look } from './Look';
import { estimate, measured, unknownMeasure } from './measures';
import { percentile } from './percentile';
import { noNodeUp } from './unknownReasons';

/**
 * How long nodes waited for the CNI: from the creation of the Node to Cilium's
 * NetworkUnavailable=False. An estimate, because the condition may have changed
 * again later in the life of the node.
 */
export function networkWait(look: Look): ClusterView['cilium']['networkWait'] {
  const { nodes } = look.snapshot.resources;
  if (nodes.state !== 'ok') {
    return undefined;
  }
  const seconds = nodes.items.flatMap(node => {
    const ready = networkReadySince(node);
    const from = node.createdAt;
    return ready === undefined || from === undefined || ready < from
      ? []
      : (ready - from) / 1000;
  });
  const waiting = nodes.items.filter(
    node => conditionOf(node, 'NetworkUnavailable')?.status !== 'False',
  ).length;
  const share = (value: number) => {
    const result = percentile(seconds, value);
    return result === undefined ? unknownMeasure(noNodeUp) : estimate(result);
  };
  return {
    p50: share(0.5),
    p95: share(0.95),
    waiting: measured([['nodes', nodes]], () => waiting),
    seconds: seconds.map(Math.round).sort((a, b) => a - b),
  };
}
