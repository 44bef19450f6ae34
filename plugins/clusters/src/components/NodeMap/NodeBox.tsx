import { VisuallyHidden } from '@backstage/ui';
import type { NodeView } from '@clusterworks/plugin-clusters-common';
import type { Box } from '../Treemap';
import { shortNodeName } from './shortNodeName';
import styles from './NodeMap.module.css';

const ROOM_FOR_NAME = { width: 40, height: 18 };
const ROOM_FOR_VALUE = { width: 40, height: 36 };

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

/** What makes a box one stop of the keyboard, and tells what it holds. */
export type BoxHandling = {
  /** Only one box is reached with Tab; arrow keys move on from there. */
  isStop: boolean;
  onShow: () => void;
  onOpen: () => void;
};

/** True when a box has room for some text. */
export function hasRoom(box: Box, room: { width: number; height: number }) {
  return box.width >= room.width && box.height >= room.height;
}

function markOf(node: NodeView, { isHeld }: NodeLook): string {
  if (node.state === 'notReady') {
    return '◆ ';
  }
  return isHeld ? '▲ ' : '';
}

/** What a node is called in its box. */
export function NodeLabel(props: { node: NodeView; look: NodeLook }) {
  return (
    <>
      {markOf(props.node, props.look)}
      {shortNodeName(props.node.name)}
    </>
  );
}

/** A node as a box, which opens the node. */
export function NodeBox(props: {
  node: NodeView;
  look: NodeLook;
  box: Box;
  handling: BoxHandling;
}) {
  const { node, look, box } = props;
  const { isStop, onShow, onOpen } = props.handling;
  return (
    <button
      type="button"
      className={styles.node}
      data-node-box={node.name}
      data-state={node.state}
      data-held={look.isHeld || undefined}
      data-level={look.level ?? 'unknown'}
      tabIndex={isStop ? 0 : -1}
      onFocus={onShow}
      onMouseEnter={onShow}
      onClick={onOpen}
    >
      {hasRoom(box, ROOM_FOR_NAME) && (
        <span aria-hidden="true" className={styles.nodeName}>
          <NodeLabel node={node} look={look} />
        </span>
      )}
      {hasRoom(box, ROOM_FOR_VALUE) && (
        <span aria-hidden="true" className={styles.nodeName}>
          {look.value ?? '—'}
        </span>
      )}
      <VisuallyHidden>{look.text}</VisuallyHidden>
    </button>
  );
}
