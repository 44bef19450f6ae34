import type { ReactNode } from 'react';
import styles from './KeyFacts.module.css';

/** One fact and its name; absent values are left out. */
export type KeyFact = { label: string; value: ReactNode | undefined };

/** A short list of named facts. */
export function KeyFacts(props: { facts: KeyFact[] }) {
  return (
    <dl className={styles.facts}>
      {props.facts
        .filter(fact => fact.value !== undefined && fact.value !== '')
        .map(fact => (
          <div key={fact.label} className={styles.fact}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
