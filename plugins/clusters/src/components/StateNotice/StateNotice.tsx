import type { ReactNode } from 'react';
import { Button, Flex, Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RiErrorWarningLine,
  RiHourglassLine,
  RiInboxLine,
  RiLockLine,
  RiPlugLine,
  RiSeedlingLine,
} from '@remixicon/react';
import { reasonOf } from '../../hooks/reasonOf';
import { clustersTranslationRef } from '../../translation';
import styles from './StateNotice.module.css';

/** The states in which a page has nothing else to show. */
export type NoticeKind =
  | 'empty'
  | 'error'
  | 'forbidden'
  | 'unreachable'
  | 'notProvisioned'
  | 'notInstalled'
  | 'connecting';

const ICONS = {
  empty: RiInboxLine,
  error: RiErrorWarningLine,
  forbidden: RiLockLine,
  unreachable: RiPlugLine,
  notProvisioned: RiSeedlingLine,
  notInstalled: RiInboxLine,
  connecting: RiHourglassLine,
};

/** Says in words why there is nothing to show, and what can be done. */
export function StateNotice(props: {
  kind: NoticeKind;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
}) {
  const Icon = ICONS[props.kind];
  return (
    <div
      className={styles.notice}
      data-kind={props.kind}
      role={props.kind === 'error' ? 'alert' : 'status'}
    >
      <Icon className={styles.icon} size={24} aria-hidden="true" />
      <Flex direction="column" gap="1">
        <Text as="p" weight="bold" variant="body-medium">
          {props.title}
        </Text>
        {props.text && (
          <Text as="p" color="secondary" variant="body-medium">
            {props.text}
          </Text>
        )}
        {props.action && <div className={styles.action}>{props.action}</div>}
      </Flex>
    </div>
  );
}

/** The outline of a table while its first answer is under way. */
export function LoadingRows(props: {
  rows?: number;
  /**
   * Keeps the whole height of the window, so that what is below does not move
   * when the answer is there.
   */
  fillsWindow?: boolean;
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <div
      role="status"
      className={styles.loading}
      data-fills-window={props.fillsWindow || undefined}
    >
      <VisuallyHidden>{t('state.loading')}</VisuallyHidden>
      {Array.from({ length: props.rows ?? 4 }, (_, index) => (
        <Skeleton key={index} width="100%" height={28} />
      ))}
    </div>
  );
}

/** What a failed request looks like: forbidden is told apart from broken. */
export function RequestErrorNotice(props: {
  error: Error;
  onRetry: () => void;
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  if (isForbidden(props.error)) {
    return (
      <StateNotice
        kind="forbidden"
        title={t('state.forbiddenTitle')}
        text={t('state.forbiddenText')}
      />
    );
  }
  return (
    <StateNotice
      kind="error"
      title={t('state.errorTitle')}
      text={reasonOf(props.error)}
      action={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('state.retry')}
        </Button>
      }
    />
  );
}

function isForbidden(error: Error): boolean {
  const { statusCode } = error as { statusCode?: unknown };
  return error.name === 'NotAllowedError' || statusCode === 403;
}
