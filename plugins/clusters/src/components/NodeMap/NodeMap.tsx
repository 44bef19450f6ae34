import { Select, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodeView } from '@clusterworks/plugin-clusters-common';
import { formatAmount, formatShare } from '../../format';
import { useUrlState } from '../../hooks/useUrlState';
import { clustersTranslationRef } from '../../translation';
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

function NodeBox(props: { node: NodeView; all: NodeView[]; size: NodeSize }) {
  const { node, all, size } = props;
  const textOf = useNodeText();
  // Area, not edge, says how large a node is.
  const edge = Math.sqrt(relativeSize(node, all, size)) * LARGEST_PX;
  const filled =
    node.cpu && node.cpuRequested !== undefined
      ? Math.min(1, node.cpuRequested / node.cpu)
      : undefined;
  return (
    <li
      className={styles.node}
      data-state={node.state}
      style={{ width: edge, height: edge }}
      title={textOf(node)}
      aria-label={textOf(node)}
    >
      {filled !== undefined && (
        <span className={styles.fill} style={{ height: `${filled * 100}%` }} />
      )}
    </li>
  );
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
 * All nodes as boxes: grouped as chosen, as large as chosen, filled as far as
 * their CPU is requested, coloured where they need a person. The same as a
 * table below.
 */
export function NodeMap(props: { nodes: NodeView[] }) {
  const { nodes } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const [groupText, setGroup] = useUrlState('nodes');
  const [sizeText, setSize] = useUrlState('size');
  const group = NODE_GROUPS.find(value => value === groupText) ?? 'nodePool';
  const size = NODE_SIZES.find(value => value === sizeText) ?? 'cpu';
  if (nodes.length === 0) {
    return <Text as="p">{t('nodes.empty')}</Text>;
  }
  return (
    <div className={styles.map}>
      <Controls group={group} size={size} onGroup={setGroup} onSize={setSize} />
      <div className={styles.groups}>
        {groupNodes(nodes, group).map(({ name, nodes: members }) => (
          <section key={name ?? '—'} className={styles.group}>
            <Text as="h4" variant="body-small" color="secondary">
              {name ??
                t('nodes.noGroup', { group: t(`nodes.groups.${group}`) })}{' '}
              · {members.length}
            </Text>
            <ul className={styles.boxes}>
              {members.map(node => (
                <NodeBox key={node.name} node={node} all={nodes} size={size} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <details>
        <summary className={styles.summary}>{t('nodes.asTable')}</summary>
        <NodeTable nodes={nodes} />
      </details>
    </div>
  );
}
