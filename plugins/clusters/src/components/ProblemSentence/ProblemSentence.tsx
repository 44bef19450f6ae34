import type { ReactNode } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersTranslationRef } from '../../translation';
import { MutedMark } from '../Mute';
import { RelativeTime } from '../RelativeTime';
import styles from './ProblemSentence.module.css';

/** `◆ Critical for 12 min · subnet eu-west-1b has no free addresses`. */
export function ProblemSentence(props: {
  mark: ReactNode;
  /** RFC 3339; absent when not known. */
  since?: string;
  sinceAtLeast?: boolean;
  mutedUntil?: string;
  children: ReactNode;
}) {
  const { mark, since, sinceAtLeast, mutedUntil, children } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <Text as="h3" variant="title-x-small" className={styles.words}>
      {mark}
      {since && (
        <>
          {' '}
          <RelativeTime
            at={since}
            atLeast={sinceAtLeast}
            words={duration => t('overview.for', { duration })}
          />
        </>
      )}
      {' · '}
      {children}
      <MutedMark until={mutedUntil} />
    </Text>
  );
}
