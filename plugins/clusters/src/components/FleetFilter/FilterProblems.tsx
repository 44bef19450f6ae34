import { Button, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FilterProblem } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { StateNotice } from '../StateNotice';
import styles from './FleetFilter.module.css';

/**
 * The filter line with the suggested word in place of the word that is not
 * understood.
 */
function corrected(
  filter: string,
  { start, end }: FilterProblem,
  word: string,
): string {
  return filter.slice(0, start) + word + filter.slice(end);
}

/**
 * Replaces the list of clusters while the filter is not understood: says what
 * is wrong with each word, and which word may have been meant.
 */
export function FilterProblems(props: {
  filter: string;
  problems: FilterProblem[];
  onFilterChange: (filter: string) => void;
}) {
  const { filter, problems, onFilterChange } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <StateNotice
      kind="error"
      title={t('fleet.filterProblemTitle')}
      action={
        <>
          <ul className={styles.problems}>
            {problems.map(problem => (
              <li key={`${problem.start} ${problem.message}`}>
                <Text as="p" variant="body-medium">
                  {problem.message}
                </Text>
                {problem.suggestions.length > 0 && (
                  <div className={styles.suggestions}>
                    <Text variant="body-small" color="secondary">
                      {t('fleet.didYouMean')}
                    </Text>
                    {problem.suggestions.map(word => (
                      <Button
                        key={word}
                        size="small"
                        variant="secondary"
                        onPress={() =>
                          onFilterChange(corrected(filter, problem, word))
                        }
                      >
                        {word}
                      </Button>
                    ))}
                  </div>
                )}
              </li>
            ))}
          </ul>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => onFilterChange('')}
          >
            {t('fleet.clearFilter')}
          </Button>
        </>
      }
    />
  );
}
