import { VisuallyHidden } from '@backstage/ui';
import type { SubnetCell } from './subnetZones';
import styles from './SubnetMap.module.css';

/** The parts of a cell from its bottom, as shares of its height. */
function partsOf({ held, own, used, warm, left = 0 }: SubnetCell) {
  const whole = Math.max(1, held + left);
  const percent = (value: number) => `${(value / whole) * 100}%`;
  return used === undefined || warm === undefined
    ? [{ part: 'held', height: percent(held) }]
    : [
        { part: 'used', height: percent(Math.min(used, held)) },
        { part: 'warm', height: percent(warm) },
        { part: 'held', height: percent(own) },
      ];
}

/**
 * The nodes of a subnet as cells: used addresses at the bottom, warm ones upon
 * them, then those of the interfaces themselves, and empty what the interfaces
 * can still take.
 */
export function SubnetCells(props: {
  label: string;
  subnetId: string;
  cells: readonly SubnetCell[];
  textOf: (cell: SubnetCell) => string;
  /** The cell that is reached with Tab. */
  stop: string | undefined;
  onShow: (key: string, text: string) => void;
  onOpen: (node: string) => void;
}) {
  const { label, subnetId, cells, textOf, stop, onShow, onOpen } = props;
  return (
    <ul className={styles.cells} aria-label={label}>
      {cells.map(cell => {
        const key = cellKey(subnetId, cell);
        const text = textOf(cell);
        const show = () => onShow(key, text);
        return (
          <li key={key}>
            <button
              type="button"
              className={styles.cell}
              data-cell={key}
              data-refused={cell.isRefused || undefined}
              tabIndex={key === stop ? 0 : -1}
              onFocus={show}
              onMouseEnter={show}
              onClick={() => onOpen(cell.node)}
            >
              {partsOf(cell).map(({ part, height }) => (
                <span key={part} data-part={part} style={{ height }} />
              ))}
              {cell.isRefused && (
                <span className={styles.mark} aria-hidden="true">
                  ◆
                </span>
              )}
              <VisuallyHidden>{text}</VisuallyHidden>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** A node may have interfaces in several subnets. */
export function cellKey(subnetId: string, { node }: SubnetCell): string {
  return `${subnetId} ${node}`;
}
