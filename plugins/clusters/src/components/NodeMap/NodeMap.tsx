import { useState } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ClusterView,
  NodeView,
} from '@clusterworks/plugin-clusters-common';
import { useNow } from '../../hooks/useNow';
import { useOpenObject } from '../../hooks/useOpenObject';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
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

/**
 * All nodes as a treemap. The user chooses how they are grouped, sized and
 * shaded; colour marks only nodes that need a person. A table below has the
 * same facts.
 */
export function NodeMap(props: { view: ClusterView; nodes: NodeView[] }) {
  const { view, nodes } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const choices = useNodeMapChoices();
  const { group, size, shade } = choices;
  const now = useNow();
  const { valueOf, textOf } = useNodeWords(size, now);
  const [shown, setShown] = useState<string>();
  const [, openObject] = useOpenObject();
  if (nodes.length === 0) {
    return <Text as="p">{t('nodes.empty')}</Text>;
  }
  const held = heldNames(view);
  const shownNode = nodes.find(({ name }) => name === shown);
  return (
    <div className={styles.map}>
      <NodeMapSummary view={view} />
      <NodeMapControls choices={choices} />
      <NodeTreemap
        nodes={nodes}
        group={group}
        size={size}
        lookOf={node => ({
          text: textOf(node, held.has(node.name)),
          value: valueOf(node, shade),
          level: shadeLevel(node, shade, size, now),
          isHeld: held.has(node.name),
        })}
        shown={shown}
        onShow={setShown}
        onOpen={name => openObject({ kind: 'Node', name })}
      />
      <p className={styles.shown} aria-hidden="true">
        {shownNode
          ? textOf(shownNode, held.has(shownNode.name))
          : t('nodes.hint')}
      </p>
      <NodeMapLegend
        nodes={nodes}
        shade={shade}
        size={size}
        now={now}
        held={held}
      />
      <AsTable>{() => <NodeTable nodes={nodes} />}</AsTable>
    </div>
  );
}
