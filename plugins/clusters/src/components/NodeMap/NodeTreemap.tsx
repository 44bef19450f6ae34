import { type KeyboardEvent, useRef } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NodeView } from '@clusterworks/plugin-clusters-common';
import { hierarchy, Treemap, treemapSquarify } from '@visx/hierarchy';
import { useWidth } from '../../hooks/useWidth';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { type Box, nextBox } from './nextBox';
import {
  groupNodes,
  nodeArea,
  type NodeGroup,
  type NodeSize,
  type NodesOfGroup,
} from './nodeGroups';
import { shortNodeName } from './shortNodeName';
import styles from './NodeMap.module.css';

const HEIGHT = 400;
const NARROW_HEIGHT = 560;
const NARROW = 560;
const GROUP_LABEL = 20;
const GAP = 3;
const ROOM_FOR_NAME = { width: 40, height: 18 };
const ROOM_FOR_VALUE = { width: 40, height: 36 };

/** All nodes, a group or one node, as the treemap takes them. */
type Tile =
  | { kind: 'all'; children: Tile[] }
  | { kind: 'group'; group: NodesOfGroup; children: Tile[] }
  | { kind: 'node'; node: NodeView };

function tilesOf(groups: NodesOfGroup[]): Tile {
  return {
    kind: 'all',
    children: groups.map(group => ({
      ...{ kind: 'group', group },
      children: group.nodes.map(node => ({ kind: 'node', node })),
    })),
  };
}

/** How a node is drawn besides its place. */
export type NodeLook = {
  /** All that is known of it, for screen readers. */
  text: string;
  /** What decides its shade, in words. */
  value: string | undefined;
  /** 1 (light) to 5 (dark); absent when it is not known. */
  level: number | undefined;
  isHeld: boolean;
};

function markOf(node: NodeView, { isHeld }: NodeLook): string {
  if (node.state === 'notReady') {
    return '◆ ';
  }
  return isHeld ? '▲ ' : '';
}

function NodeBox(props: {
  node: NodeView;
  look: NodeLook;
  box: Box;
  /** Only one box is reached with Tab; arrow keys move on from there. */
  isStop: boolean;
  onShow: (name: string) => void;
  onOpen: (name: string) => void;
}) {
  const { node, look, box, isStop, onShow, onOpen } = props;
  const { name, ...place } = box;
  const hasRoom = (room: { width: number; height: number }) =>
    box.width >= room.width && box.height >= room.height;
  return (
    <li>
      <button
        type="button"
        className={styles.node}
        data-node-box={name}
        data-state={node.state}
        data-held={look.isHeld || undefined}
        data-level={look.level ?? 'unknown'}
        style={place}
        tabIndex={isStop ? 0 : -1}
        onFocus={() => onShow(name)}
        onMouseEnter={() => onShow(name)}
        onClick={() => onOpen(name)}
      >
        {hasRoom(ROOM_FOR_NAME) && (
          <span aria-hidden="true" className={styles.nodeName}>
            {markOf(node, look)}
            {shortNodeName(name)}
          </span>
        )}
        {hasRoom(ROOM_FOR_VALUE) && (
          <span aria-hidden="true" className={styles.nodeName}>
            {look.value ?? '—'}
          </span>
        )}
        <VisuallyHidden>{look.text}</VisuallyHidden>
      </button>
    </li>
  );
}

/**
 * Nodes as boxes whose area is their size, grouped. Arrow keys lead to the
 * nearest box in their direction.
 */
export function NodeTreemap(props: {
  nodes: NodeView[];
  group: NodeGroup;
  size: NodeSize;
  lookOf: (node: NodeView) => NodeLook;
  /** Name of the node that was shown last. */
  shown: string | undefined;
  onShow: (name: string) => void;
  onOpen: (name: string) => void;
}) {
  const { nodes, group, size, lookOf, shown, onShow, onOpen } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const [frame, width] = useWidth<HTMLDivElement>(1000);
  const boxes = useRef<Box[]>([]);
  const height = width < NARROW ? NARROW_HEIGHT : HEIGHT;
  const area = nodeArea(nodes, size);
  const root = hierarchy<Tile>(tilesOf(groupNodes(nodes, group)), tile =>
    tile.kind === 'node' ? undefined : tile.children,
  )
    .sum(tile => (tile.kind === 'node' ? area(tile.node) : 0))
    // Equal nodes keep the order of their names, so that nothing jumps.
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const from = (event.target as HTMLElement).dataset.nodeBox ?? '';
    const to = nextBox(boxes.current, from, event.key);
    if (to !== undefined) {
      event.preventDefault();
      [...event.currentTarget.querySelectorAll<HTMLElement>('[data-node-box]')]
        .find(({ dataset }) => dataset.nodeBox === to)
        ?.focus();
    }
  };
  return (
    // The boxes take the focus; arrow keys only move it among them.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={frame}
      className={styles.treemap}
      style={{ height }}
      onKeyDown={move}
    >
      <Treemap
        root={root}
        size={[width, height]}
        tile={treemapSquarify}
        round
        paddingInner={GAP}
        paddingTop={({ data }) => (data.kind === 'group' ? GROUP_LABEL : 0)}
      >
        {laid => {
          boxes.current = laid.leaves().flatMap(({ data, x0, x1, y0, y1 }) =>
            data.kind === 'node'
              ? {
                  ...{ name: data.node.name, left: x0, top: y0 },
                  ...{ width: x1 - x0, height: y1 - y0 },
                }
              : [],
          );
          const boxOf = new Map(boxes.current.map(box => [box.name, box]));
          const isThere = shown !== undefined && boxOf.has(shown);
          const stop = isThere ? shown : boxes.current[0]?.name;
          return (laid.children ?? []).flatMap(({ data, x0, x1, y0 }) =>
            data.kind === 'group' ? (
              <section key={data.group.name ?? ''}>
                <h4
                  className={styles.group}
                  style={{ left: x0, top: y0, width: x1 - x0 }}
                >
                  {data.group.name ??
                    t('nodes.noGroup', {
                      group: t(`nodes.groups.${group}`),
                    })}{' '}
                  <span className={styles.quiet}>
                    {formatNumber(data.group.nodes.length)}
                  </span>
                </h4>
                <ul className={styles.boxes}>
                  {data.group.nodes.flatMap(node => {
                    const box = boxOf.get(node.name);
                    return box ? (
                      <NodeBox
                        key={node.name}
                        node={node}
                        look={lookOf(node)}
                        box={box}
                        isStop={node.name === stop}
                        onShow={onShow}
                        onOpen={onOpen}
                      />
                    ) : (
                      []
                    );
                  })}
                </ul>
              </section>
            ) : (
              []
            ),
          );
        }}
      </Treemap>
    </div>
  );
}
