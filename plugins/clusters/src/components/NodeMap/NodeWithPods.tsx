import { VisuallyHidden } from '@backstage/ui';
import type { NodePod, NodeView } from '@clusterworks/plugin-clusters-common';
import type { Box } from '../Treemap';
import { type BoxHandling, hasRoom, NodeLabel, type NodeLook } from './NodeBox';
import styles from './NodeMap.module.css';

const ROOM_FOR_POD = { width: 34, height: 16 };
const ROOM_FOR_REQUEST = { width: 34, height: 32 };

/** How a pod is drawn besides its place. */
export type PodLook = {
  /** All that is known of it, for screen readers. */
  text: string;
  /** What it requests. */
  value: string;
};

/** `web-5f6d-x2x7k`, of `shop/web-5f6d-x2x7k`. */
function shortPodName(pod: string): string {
  return pod.slice(pod.indexOf('/') + 1);
}

/** The name of the box of a pod among all boxes. */
export function podBoxName(node: string, pod: string): string {
  return `${node} ${pod}`;
}

/**
 * A node as a box, with its pods inside: what is left empty is free. Node and
 * pods open the node.
 */
export function NodeWithPods(props: {
  node: NodeView;
  look: NodeLook;
  pods: readonly { pod: NodePod; look: PodLook; box: Box }[];
  /** By name of the box. */
  handlingOf: (name: string) => BoxHandling;
}) {
  const { node, look, pods, handlingOf } = props;
  const handling = handlingOf(node.name);
  return (
    <div
      className={styles.opened}
      data-state={node.state}
      data-held={look.isHeld || undefined}
    >
      <button
        type="button"
        className={styles.openedName}
        data-node-box={node.name}
        tabIndex={handling.isStop ? 0 : -1}
        onFocus={handling.onShow}
        onMouseEnter={handling.onShow}
        onClick={handling.onOpen}
      >
        <span aria-hidden="true">
          <NodeLabel node={node} look={look} /> {look.value ?? '—'}
        </span>
        <VisuallyHidden>{look.text}</VisuallyHidden>
      </button>
      <ul className={styles.pods}>
        {pods.map(({ pod, look: { text, value }, box }) => {
          const name = podBoxName(node.name, pod.pod);
          const { isStop, onShow, onOpen } = handlingOf(name);
          return (
            <li key={pod.pod} className={styles.podPlace} style={box}>
              <button
                type="button"
                className={styles.pod}
                data-node-box={name}
                data-holds={pod.holds ? '' : undefined}
                tabIndex={isStop ? 0 : -1}
                onFocus={onShow}
                onMouseEnter={onShow}
                onClick={onOpen}
              >
                {hasRoom(box, ROOM_FOR_POD) && (
                  <span aria-hidden="true" className={styles.nodeName}>
                    {pod.holds ? '▣ ' : ''}
                    {shortPodName(pod.pod)}
                  </span>
                )}
                {hasRoom(box, ROOM_FOR_REQUEST) && (
                  <span aria-hidden="true" className={styles.nodeName}>
                    {value}
                  </span>
                )}
                <VisuallyHidden>{text}</VisuallyHidden>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
