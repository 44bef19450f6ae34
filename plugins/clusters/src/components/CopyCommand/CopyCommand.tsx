import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { clustersTranslationRef } from '../../translation';
import styles from './CopyCommand.module.css';

const SHOW_DONE_MS = 2_000;

/** A command to run, with a button that copies it. */
export function CopyCommand(props: { command: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) {
      return undefined;
    }
    const timer = setTimeout(() => setCopied(false), SHOW_DONE_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => {
    // Without HTTPS browsers have no clipboard; the text can still be selected.
    navigator.clipboard
      ?.writeText(props.command)
      .then(() => setCopied(true))
      .catch(() => setCopied(false));
  };
  return (
    <span className={styles.command}>
      <code className={styles.text}>{props.command}</code>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={t('copy.label')}
        icon={copied ? <RiCheckLine size={16} /> : <RiFileCopyLine size={16} />}
        onPress={copy}
      />
      <VisuallyHidden role="status">
        {copied ? t('copy.done') : ''}
      </VisuallyHidden>
    </span>
  );
}
