import { type KeyboardEvent, useRef } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodePod, NodeView } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { type Box, Treemap } from '../Treemap';
import { type NamedBox, nextBox } from './nextBox';
import { NodeBox, type NodeLook } from './NodeBox';
import { NodeWithPods, podBoxName, type PodLook } from './NodeWithPods';
import {
  groupNodes,
  nodeArea,
  type NodeGroup,
  type NodeSize,
} from './nodeGroups';
import { podShares } from './podShares';
import styles from './NodeMap.module.css';

/** The boxes of a node and its pods, where they lie in the map. */
function namedBoxes(
  node: NodeView,
  box: Box,
  parts: readonly { key: string; box: Box }[],
): NamedBox[] {
  const own = { ...box, name: node.name };
  return parts.length === 0
    ? [own]
    : [
        { ...own, height: 20 },
        ...parts.map(part => ({
          ...part.box,
          name: podBoxName(node.name, part.key),
          left: box.left + part.box.left,
          top: box.top + part.box.top,
        })),
      ];
}

/**
 * Nodes as boxes whose area is their size, grouped; where pods are known, they
 * are inside. Arrow keys lead to the nearest box in their direction.
 */
export function NodeTreemap(props: {
  nodes: NodeView[];
  group: NodeGroup;
  size: NodeSize;
  lookOf: (node: NodeView) => NodeLook;
  /** The pods on a node; absent when they are not drawn. */
  podsOf?: (node: NodeView) => readonly NodePod[];
  podLookOf: (pod: NodePod) => PodLook;
  /** The name of the box that was shown last. */
  shown: string | undefined;
  onShow: (box: string, text: string) => void;
  onOpen: (node: string) => void;
  /** Shows the nodes of one group only, or all of them again. */
  onZoom: (group: string | undefined) => void;
}) {
  const { nodes, group, size, lookOf, podsOf, podLookOf, shown } = props;
  const { onShow, onOpen, onZoom } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const boxes = useRef<NamedBox[]>([]);
  boxes.current = [];
  const area = nodeArea(nodes, size);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && podsOf) {
      onZoom(undefined);
      return;
    }
    const from = (event.target as HTMLElement).dataset.nodeBox ?? '';
    const to = nextBox(boxes.current, from, event.key);
    if (to !== undefined) {
      event.preventDefault();
      [...event.currentTarget.querySelectorAll<HTMLElement>('[data-node-box]')]
        .find(({ dataset }) => dataset.nodeBox === to)
        ?.focus();
    }
  };
  const groups = groupNodes(nodes, group);
  const isThere = nodes.some(
    ({ name }) => shown === name || (podsOf && shown?.startsWith(`${name} `)),
  );
  const stop = isThere ? shown : groups[0]?.nodes[0]?.name;
  return (
    // The boxes take the focus; arrow keys only move it among them.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={press}>
      <Treemap
        groups={groups.map(({ name, nodes: members }) => {
          const title =
            name ?? t('nodes.noGroup', { group: t(`nodes.groups.${group}`) });
          return {
            key: name ?? '',
            items: members,
            heading: (
              <button
                type="button"
                className={styles.zoom}
                title={t(podsOf ? 'nodes.zoomOut' : 'nodes.zoomIn')}
                onClick={() => onZoom(podsOf ? undefined : name ?? '')}
              >
                <span aria-hidden="true">{podsOf ? '⊖' : '⊕'}</span> {title}{' '}
                <span className={styles.quiet}>
                  {formatNumber(members.length)}
                </span>
              </button>
            ),
          };
        })}
        headingLevel={4}
        keyOf={({ name }) => name}
        areaOf={area}
        partsOf={podsOf && (node => podShares(node, podsOf(node), size))}
        height={{ wide: 400, narrow: 560 }}
        gap={3}
        render={(node, box, parts) => {
          const look = lookOf(node);
          boxes.current.push(...namedBoxes(node, box, parts));
          const handlingOf = (name: string, text: string) => ({
            isStop: name === stop,
            onShow: () => onShow(name, text),
            onOpen: () => onOpen(node.name),
          });
          if (parts.length === 0) {
            const handling = handlingOf(node.name, look.text);
            return <NodeBox {...{ node, look, box, handling }} />;
          }
          const byName = new Map(
            (podsOf?.(node) ?? []).map(pod => [pod.pod, pod]),
          );
          const pods = parts.flatMap(({ key, box: place }) => {
            const pod = byName.get(key);
            return pod ? { pod, look: podLookOf(pod), box: place } : [];
          });
          const textOf = new Map(
            pods.map(({ pod, look: { text } }) => [
              podBoxName(node.name, pod.pod),
              text,
            ]),
          );
          return (
            <NodeWithPods
              {...{ node, look, pods }}
              handlingOf={name =>
                handlingOf(name, textOf.get(name) ?? look.text)
              }
            />
          );
        }}
      />
    </div>
  );
}
