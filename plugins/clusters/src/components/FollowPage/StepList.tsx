import { Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ProgressStep } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { RelativeTime } from '../RelativeTime';
import styles from './FollowPage.module.css';

/** Shape beside the word, so that colour is never alone. */
const SHAPES: Record<ProgressStep['state'], string> = {
  done: '●',
  waiting: '◌',
  ahead: '○',
  failed: '◆',
  unknown: '?',
  skipped: '–',
};

function Step(props: { step: ProgressStep }) {
  const { id, state, at, url, detail } = props.step;
  const { t } = useTranslationRef(clustersTranslationRef);
  // What comes before the merge has its time, or needs none.
  const isLater = !['opened', 'checks', 'merged'].includes(id);
  return (
    <li
      className={styles.step}
      data-state={state}
      aria-current={state === 'waiting' ? 'step' : undefined}
    >
      <span className={styles.shape} aria-hidden="true">
        {SHAPES[state]}
      </span>
      <div className={styles.what}>
        <Text as="p" variant="body-medium" weight="bold">
          {t(`follow.step.${id}`)}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          {t(`follow.state.${state}`)}
          {at && (
            <>
              {', '}
              <RelativeTime
                at={at}
                words={duration =>
                  state === 'waiting'
                    ? t('follow.since', { duration })
                    : t('time.ago', { duration })
                }
              />
            </>
          )}
          {state === 'done' && !at && isLater && `, ${t('follow.noTime')}`}
          {detail && ` ${t('follow.for', { detail })}`}
        </Text>
      </div>
      {url && (
        <Link
          href={url}
          target="_blank"
          aria-label={`${t(`follow.step.${id}`)}: ${t('follow.more')}`}
        >
          {t('follow.more')}
        </Link>
      )}
    </li>
  );
}

/** The steps of a change, in their order. */
export function StepList(props: { steps: ProgressStep[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <ol className={styles.steps} aria-label={t('follow.steps')}>
      {props.steps.map(step => (
        <Step key={step.id} step={step} />
      ))}
    </ol>
  );
}
