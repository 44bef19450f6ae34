import { type ReactNode, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersTranslationRef } from '../../translation';
import styles from './AsTable.module.css';

/** The numbers of a chart as a table, which is made when it is opened. */
export function AsTable(props: {
  /** Another text than "Show as table". */
  title?: string;
  children: () => ReactNode;
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        {props.title ?? t('chart.asTable')}
      </summary>
      {isOpen && props.children()}
    </details>
  );
}
