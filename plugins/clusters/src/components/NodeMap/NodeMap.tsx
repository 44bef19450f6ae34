import { type KeyboardEvent, useState } from 'react';
import { Select, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodeView } from '@clusterworks/plugin-clusters-common';
import { formatAmount, formatShare } from '../../format';
import { useUrlState } from '../../hooks/useUrlState';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import { NodeTable } from './NodeTable';
import {
  groupNodes,
  NODE_GROUPS,
  NODE_SIZES,
  relativeSize,
  type NodeGroup,
  type NodeSize,
} from './nodeGroups';
import styles from './NodeMap.module.css';

const LARGEST_PX = 56;

function useNodeText() {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (node: NodeView) =>
    [
      node.name,
      t(`stage.${node.state}`),
      node.instanceType,
      node.zone,
      node.cpu !== undefined &&
        node.cpuRequested !== undefined &&
        node.cpu > 0 &&
        t('nodes.cpuUsed', {
          share: formatShare(node.cpuRequested / node.cpu),
        }),
      node.memory !== undefined && formatAmount('memory', node.memory),
      node.pods !== undefined && t('nodes.podCount', { count: node.pods }),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** One node; its area, not its edge, says how large it is. */
function NodeBox(props: {
  node: NodeView;
  edge: number;
  /**
   * Only one box can be reached with the Tab key; arrow keys move on from
   * there.
   */
  isStop: boolean;
  onShow: (node: NodeView) => void;
}) {
  const { node, edge, isStop, onShow } = props;
  const textOf = useNodeText();
  const filled =
    node.cpu && node.cpuRequested !== undefined
      ? Math.min(1, node.cpuRequested / node.cpu)
      : undefined;
  return (
    <li>
      <button
        type="button"
        className={styles.node}
        data-node-box
        data-state={node.state}
        style={{ width: edge, height: edge }}
        tabIndex={isStop ? 0 : -1}
        aria-label={textOf(node)}
        onFocus={() => onShow(node)}
        onMouseEnter={() => onShow(node)}
        onClick={() => onShow(node)}
      >
        {filled !== undefined && (
          <span
            className={styles.fill}
            style={{ height: `${filled * 100}%` }}
          />
        )}
      </button>
    </li>
  );
}

const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** Moves the focus to the box before or after the one that has it. */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const step = STEPS[event.key];
  if (step === undefined) {
    return;
  }
  const boxes = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('[data-node-box]'),
  ];
  const next = boxes.findIndex(box => box === document.activeElement) + step;
  event.preventDefault();
  boxes[Math.min(boxes.length - 1, Math.max(0, next))]?.focus();
}

function Controls(props: {
  group: NodeGroup;
  size: NodeSize;
  onGroup: (group: string) => void;
  onSize: (size: string) => void;
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <div className={styles.controls}>
      <Select
        aria-label={t('nodes.groupBy')}
        value={props.group}
        onChange={key => props.onGroup(String(key))}
        options={NODE_GROUPS.map(value => ({
          value,
          label: `${t('nodes.groupBy')}: ${t(`nodes.groups.${value}`)}`,
        }))}
      />
      <Select
        aria-label={t('nodes.sizeBy')}
        value={props.size}
        onChange={key => props.onSize(String(key))}
        options={NODE_SIZES.map(value => ({
          value,
          label: `${t('nodes.sizeBy')}: ${t(`nodes.sizes.${value}`)}`,
        }))}
      />
    </div>
  );
}

/**
 * All nodes as boxes. The user chooses how they are grouped and sized; the
 * filling is the requested share of the CPU, and colour marks nodes that need
 * a person. A table below has the same facts.
 */
export function NodeMap(props: { nodes: NodeView[] }) {
  const { nodes } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const [groupText, setGroup] = useUrlState('nodes');
  const [sizeText, setSize] = useUrlState('size');
  const group = NODE_GROUPS.find(value => value === groupText) ?? 'nodePool';
  const size = NODE_SIZES.find(value => value === sizeText) ?? 'cpu';
  const [shown, setShown] = useState<string>();
  const textOf = useNodeText();
  if (nodes.length === 0) {
    return <Text as="p">{t('nodes.empty')}</Text>;
  }
  const groups = groupNodes(nodes, group);
  const stop = shown ?? groups[0]?.nodes[0]?.name;
  const shownNode = nodes.find(({ name }) => name === shown);
  return (
    <div className={styles.map}>
      <Controls group={group} size={size} onGroup={setGroup} onSize={setSize} />
      {/* The boxes are what takes the focus; arrows only move it among them. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.groups} onKeyDown={moveFocus}>
        {groups.map(({ name, nodes: members }) => (
          <section key={name ?? '—'} className={styles.group}>
            <Text as="h4" variant="body-small" color="secondary">
              {name ??
                t('nodes.noGroup', { group: t(`nodes.groups.${group}`) })}{' '}
              · {members.length}
            </Text>
            <ul className={styles.boxes}>
              {members.map(node => (
                <NodeBox
                  key={node.name}
                  node={node}
                  edge={Math.sqrt(relativeSize(node, nodes, size)) * LARGEST_PX}
                  isStop={node.name === stop}
                  onShow={({ name: next }) => setShown(next)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className={styles.shown} aria-hidden="true">
        {shownNode ? textOf(shownNode) : t('nodes.hint')}
      </p>
      <AsTable>{() => <NodeTable nodes={nodes} />}</AsTable>
    </div>
  );
}
