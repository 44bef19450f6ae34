import { useState } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterView,
  NodeView,
} from '@clusterworks/plugin-clusters-common';
import { useNow } from '../../hooks/useNow';
import { useOpenObject } from '../../hooks/useOpenObject';
import { useFormat } from '../../format';
import { MOST_NODES_WITH_PODS, useNodePods } from '../../hooks/useNodePods';
import { useUrlState } from '../../hooks/useUrlState';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import type { NodeGroup } from './nodeGroups';
import { NodeMapControls, useNodeMapChoices } from './NodeMapControls';
import { NodeMapLegend } from './NodeMapLegend';
import { NodeMapSummary } from './NodeMapSummary';
import { shadeLevel } from './nodeShade';
import { NodeTable } from './NodeTable';
import { NodeTreemap } from './NodeTreemap';
import { useNodeWords } from './useNodeWords';
import styles from './NodeMap.module.css';

/** Nodes that are to be removed and that something prevents from going. */
function heldNames(view: ClusterView): Set<string> {
  const held = view.karpenter.heldNodes ?? [];
  return new Set(
    held.filter(({ blockers }) => blockers.length > 0).map(({ node }) => node),
  );
}

/** The group that fills the map, which is in the URL. */
function useZoom(
  group: NodeGroup,
): [string | undefined, (name: string | undefined) => void] {
  const [text, setText] = useUrlState('zoom');
  const prefix = `${group}=`;
  return [
    // Another grouping has other groups.
    text.startsWith(prefix) ? text.slice(prefix.length) : undefined,
    name => setText(name === undefined ? '' : `${prefix}${name}`),
  ];
}

/**
 * All nodes as a treemap. The user chooses how they are grouped, sized and
 * shaded; colour marks only nodes that need a person. A group can fill the map,
 * with the pods inside of its nodes. A table below has the same facts.
 */
export function NodeMap(props: {
  cluster: string;
  view: ClusterView;
  nodes: NodeView[];
}) {
  const { cluster, view, nodes } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const choices = useNodeMapChoices();
  const { group, size, shade } = choices;
  const [zoom, setZoom] = useZoom(group);
  const now = useNow();
  const { formatNumber } = useFormat();
  const { podLookOf, valueOf, textOf } = useNodeWords(size, now);
  const [shown, setShown] = useState<{ box: string; text: string }>();
  const [, openObject] = useOpenObject();
  const inZoom = nodes.filter(node => (node[group] ?? '') === zoom);
  const isZoomed = zoom !== undefined && inZoom.length > 0;
  const names = isZoomed ? inZoom.map(({ name }) => name) : [];
  const { value: pods, error } = useNodePods(cluster, names);
  if (nodes.length === 0) {
    return <Text as="p">{t('nodes.empty')}</Text>;
  }
  const held = heldNames(view);
  const podsByNode = new Map(
    (pods ?? []).flatMap(answer =>
      answer.nodes.map(({ node, pods: own }) => [node, own]),
    ),
  );
  const unread = pods?.find(answer => answer.unread)?.unread ?? error?.message;
  return (
    <div className={styles.map}>
      <NodeMapSummary view={view} />
      <NodeMapControls choices={choices} />
      <NodeTreemap
        nodes={isZoomed ? inZoom : nodes}
        group={group}
        size={size}
        lookOf={node => ({
          text: textOf(node, held.has(node.name)),
          value: valueOf(node, shade),
          level: shadeLevel(node, shade, size, now),
          isHeld: held.has(node.name),
        })}
        podsOf={isZoomed ? ({ name }) => podsByNode.get(name) ?? [] : undefined}
        podLookOf={podLookOf}
        shown={shown?.box}
        onShow={(box, text) => setShown({ box, text })}
        onOpen={name => openObject({ kind: 'Node', name })}
        onZoom={setZoom}
      />
      <p className={styles.shown} aria-hidden="true">
        {shown?.text ?? t('nodes.hint')}
      </p>
      {isZoomed && (
        <Text as="p" variant="body-small" color="secondary">
          {unread === undefined
            ? t('nodes.podsLegend')
            : t('nodes.podsUnread', { reason: unread })}
          {inZoom.length > MOST_NODES_WITH_PODS &&
            ` ${t('nodes.podsOfSome', {
              most: formatNumber(MOST_NODES_WITH_PODS),
            })}`}
        </Text>
      )}
      <NodeMapLegend
        nodes={isZoomed ? inZoom : nodes}
        shade={shade}
        size={size}
        now={now}
        held={held}
      />
      <AsTable>{() => <NodeTable nodes={isZoomed ? inZoom : nodes} />}</AsTable>
    </div>
  );
}
