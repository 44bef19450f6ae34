import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type Check,
  type ChecklistEntry,
  checklistOf,
  type CheckState,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { AsTable } from '../AsTable';
import styles from './Checklist.module.css';

const SIGNS: Record<CheckState, string> = {
  ...{ pass: '●', fired: '▲', unknown: '○', notApplicable: '–' },
};

const STATES = ['pass', 'fired', 'unknown', 'notApplicable'] as const;

function Points(props: { points: readonly ChecklistEntry[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return props.points.length === 0 ? null : (
    <ul className={styles.points}>
      {props.points.map(({ id, state, reason }) => (
        <li key={id} data-state={state}>
          <span aria-hidden="true" className={styles.sign}>
            {SIGNS[state]}
          </span>
          <span>
            {t(`checklist.points.${id}`)}{' '}
            {state !== 'pass' && (
              <span className={styles.quiet}>
                {t(`checklist.states.${state}`)}
                {reason && `: ${reason}`}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/**
 * The ten points of the validation checklist. Points that no object of the
 * cluster shows stay open, and count neither as met nor as missed.
 */
export function Checklist(props: { checks: readonly Check[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const points = checklistOf(props.checks);
  if (points.length === 0) {
    return null;
  }
  const countOf = (state: CheckState) =>
    points.filter(point => point.state === state).length;
  return (
    <section className={styles.checklist}>
      <Text as="h4" variant="body-medium" weight="bold">
        {`${t('checklist.title')}: ${STATES.flatMap(state =>
          countOf(state) > 0
            ? t(`checklist.counts.${state}`, { count: countOf(state) })
            : [],
        ).join(', ')}`}
      </Text>
      <Points points={points.filter(({ state }) => state === 'fired')} />
      {countOf('unknown') > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('checklist.unknown', { count: countOf('unknown') })}
        </Text>
      )}
      <AsTable title={t('checklist.all')}>
        {() => <Points points={points} />}
      </AsTable>
    </section>
  );
}
