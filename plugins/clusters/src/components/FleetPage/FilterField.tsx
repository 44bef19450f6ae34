import { useEffect, useRef, useState } from 'react';
import { SearchField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { parseFleetFilter } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import styles from './FleetPage.module.css';

/** How long typing must pause before the fleet is asked. */
const TYPING_PAUSE_MS = 300;

/** Whether something is still to be typed: `env:`, or a quote that is open. */
function isUnfinished(text: string): boolean {
  return parseFleetFilter(text).problems.some(({ unfinished }) => unfinished);
}

/**
 * The filter line. It is used when typing pauses, unless a word is clearly not
 * finished; Enter and leaving the field use it as it is.
 */
export function FilterField(props: {
  filter: string;
  onFilterChange: (filter: string) => void;
  isInvalid: boolean;
}) {
  const { filter, onFilterChange, isInvalid } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const [text, setText] = useState(filter);
  const pending = useRef<ReturnType<typeof setTimeout>>();

  // A change from outside (a count, the back button) replaces what is typed.
  useEffect(() => setText(filter), [filter]);
  useEffect(() => () => clearTimeout(pending.current), []);

  const use = (value: string) => {
    clearTimeout(pending.current);
    if (value.trim() !== filter) {
      onFilterChange(value.trim());
    }
  };
  const type = (value: string) => {
    setText(value);
    clearTimeout(pending.current);
    if (!isUnfinished(value)) {
      pending.current = setTimeout(() => use(value), TYPING_PAUSE_MS);
    }
  };
  return (
    <div className={styles.filter}>
      <SearchField
        aria-label={t('fleet.filterLabel')}
        placeholder={t('fleet.filterPlaceholder')}
        value={text}
        onChange={type}
        onSubmit={use}
        onBlur={() => use(text)}
        isInvalid={isInvalid}
      />
    </div>
  );
}
