import { useState, type ReactNode } from 'react';
import styles from './Flash.module.css';

/**
 * Lights its content up once when `signature` changes, and not when it first
 * appears. Stays still for people who prefer reduced motion.
 */
export function Flash(props: { signature: string; children: ReactNode }) {
  const [seen, setSeen] = useState({ signature: props.signature, turn: 0 });
  if (seen.signature !== props.signature) {
    setSeen({ signature: props.signature, turn: seen.turn + 1 });
  }
  // A new key restarts the animation.
  return (
    <span
      key={seen.turn}
      className={seen.turn > 0 ? styles.changed : undefined}
    >
      {props.children}
    </span>
  );
}
