import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type Check,
  type ChecklistEntry,
  checklistOf,
  type CheckState,
  type Finding,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { ChecklistPoint } from './ChecklistPoint';
import styles from './Checklist.module.css';

const STATES = ['pass', 'fired', 'unknown', 'notApplicable'] as const;

/** Nothing is to be done about it. */
const isResting = ({ state }: ChecklistEntry) =>
  state === 'pass' || state === 'notApplicable';

/**
 * The ten points of the validation checklist, all of them: what is met in few
 * words, all else as a line. Points that no object of the cluster shows stay
 * open, and count neither as met nor as missed.
 */
export function Checklist(props: {
  checks: readonly Check[];
  findings?: readonly Finding[];
}) {
  const { checks, findings = [] } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const points = checklistOf(checks);
  if (points.length === 0) {
    return null;
  }
  const countOf = (state: CheckState) =>
    points.filter(point => point.state === state).length;
  const list = (shown: readonly ChecklistEntry[], isShort: boolean) =>
    shown.length > 0 && (
      <ul className={isShort ? styles.resting : styles.points}>
        {shown.map(({ id, state }) => {
          const isAbout = ({ code }: { code: string }) =>
            code === `clusterworks/${id}`;
          return (
            <ChecklistPoint
              key={id}
              id={id}
              state={state}
              isShort={isShort}
              check={checks.find(isAbout)}
              findings={findings.filter(isAbout)}
            />
          );
        })}
      </ul>
    );
  return (
    <section className={styles.checklist}>
      <Text as="h4" variant="body-medium" weight="bold">
        {`${t('checklist.title')}: ${STATES.flatMap(state =>
          countOf(state) > 0
            ? t(`checklist.counts.${state}`, { count: countOf(state) })
            : [],
        ).join(', ')}`}
      </Text>
      {list(
        points.filter(point => !isResting(point)),
        false,
      )}
      {list(points.filter(isResting), true)}
    </section>
  );
}
