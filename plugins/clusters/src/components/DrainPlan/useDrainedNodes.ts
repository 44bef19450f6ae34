import { MAX_DRAINED_NODES } from '@clusterworks/plugin-clusters-common';
import { useUrlState } from '../../hooks/useUrlState';

/** The nodes whose drain is previewed, which are in the URL. */
export function useDrainedNodes(): [
  readonly string[],
  (nodes: readonly string[]) => void,
] {
  const [text, setText] = useUrlState('drain');
  const nodes = text.split(',').filter(Boolean).slice(0, MAX_DRAINED_NODES);
  return [
    nodes,
    next => setText([...new Set(next)].slice(0, MAX_DRAINED_NODES).join(',')),
  ];
}
