import { useEffect, useRef, useState } from 'react';
import { SearchField, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersTranslationRef } from '../../translation';
import styles from './FleetPage.module.css';

/** How long typing must pause before the fleet is asked. */
const TYPING_PAUSE_MS = 300;

/** The filter line; what the backend does not understand is said below it. */
export function FilterField(props: {
  filter: string;
  onFilterChange: (filter: string) => void;
  problem?: string;
}) {
  const { filter, onFilterChange, problem } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const [text, setText] = useState(filter);
  const pending = useRef<ReturnType<typeof setTimeout>>();

  // A change from outside (a count, the back button) replaces what is typed.
  useEffect(() => setText(filter), [filter]);
  useEffect(() => () => clearTimeout(pending.current), []);

  const type = (value: string) => {
    setText(value);
    clearTimeout(pending.current);
    pending.current = setTimeout(
      () => onFilterChange(value.trim()),
      TYPING_PAUSE_MS,
    );
  };
  return (
    <div className={styles.filter}>
      <SearchField
        aria-label={t('fleet.filterLabel')}
        placeholder={t('fleet.filterPlaceholder')}
        value={text}
        onChange={type}
        isInvalid={problem !== undefined}
      />
      {problem && (
        <Text
          as="p"
          color="danger"
          variant="body-small"
          role="alert"
          className={styles.problem}
        >
          {t('fleet.filterProblem', { problem })}
        </Text>
      )}
    </div>
  );
}
