import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodePod, NodeView } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import type { NodeSize } from './nodeGroups';
import {
  type LegendStep,
  nodeAge,
  type NodeShade,
  requestedShare,
} from './nodeShade';

/** What boxes and legend of the map say in words. */
export function useNodeWords(size: NodeSize, now: number) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatAmount, formatDuration, formatShare, resourceLabel } =
    useFormat();
  const print = (shade: NodeShade, value: number) =>
    shade === 'age' ? formatDuration(value) : formatShare(value);

  /** The value that decides the shade of a node. */
  const valueOf = (node: NodeView, shade: NodeShade): string | undefined => {
    if (shade === 'capacityType') {
      return node.capacityType;
    }
    const value =
      shade === 'age' ? nodeAge(node, now) : requestedShare(node, size);
    return value === undefined ? undefined : print(shade, value);
  };

  const stepOf = (step: LegendStep, shade: NodeShade): string => {
    if ('name' in step) {
      return step.name;
    }
    return step.under === Infinity
      ? t('nodes.stepFrom', { from: print(shade, step.from) })
      : t('nodes.stepUnder', { under: print(shade, step.under) });
  };

  const textOf = (node: NodeView, isHeld: boolean): string => {
    const cpu = requestedShare(node, 'cpu');
    const memory = requestedShare(node, 'memory');
    const age = nodeAge(node, now);
    return [
      node.name,
      t(`stage.${node.state}`),
      isHeld && t('nodes.held'),
      node.instanceType,
      node.capacityType,
      node.zone,
      cpu !== undefined && t('nodes.cpuUsed', { share: formatShare(cpu) }),
      memory !== undefined &&
        t('nodes.memoryUsed', { share: formatShare(memory) }),
      node.memory !== undefined && formatAmount('memory', node.memory),
      node.pods !== undefined && t('nodes.podCount', { count: node.pods }),
      age !== undefined && t('nodes.aged', { age: formatDuration(age) }),
    ]
      .filter(Boolean)
      .join(' · ');
  };

  /** `shop/web-1 · 0.5 vCPU · 1 GiB`, and what it holds. */
  const podLookOf = (pod: NodePod) => {
    const cpu = `${formatAmount('cpu', pod.cpu)} ${resourceLabel('cpu')}`;
    const memory = formatAmount('memory', pod.memory);
    const { holds } = pod;
    return {
      value: size === 'memory' ? memory : cpu,
      text: [
        pod.pod,
        pod.owner,
        ...[cpu, memory],
        holds &&
          t('nodes.podHolds', {
            why: t(`held.by.${holds.why}`, { by: holds.by ?? '' }).trim(),
            free: holds.free,
          }),
      ]
        .filter(Boolean)
        .join(' · '),
    };
  };

  return { valueOf, stepOf, textOf, podLookOf };
}
