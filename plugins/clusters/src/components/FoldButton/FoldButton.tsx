import type { ReactNode } from 'react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import styles from './FoldButton.module.css';

/** Names what can be folded, and folds or unfolds it. */
export function FoldButton(props: {
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}) {
  const { isOpen, onToggle, children } = props;
  const Arrow = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <button
      type="button"
      className={styles.button}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      <Arrow size={16} aria-hidden="true" className={styles.arrow} />
      <span className={styles.text}>{children}</span>
    </button>
  );
}
