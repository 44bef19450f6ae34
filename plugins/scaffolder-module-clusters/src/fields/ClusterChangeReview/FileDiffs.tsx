import { useState } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ChangePreviewResponse } from '@clusterworks/plugin-clusters-common';
import { Diff, Hunk, parseDiff } from 'react-diff-view';
import { clusterFormTranslationRef } from '../../translation';
import styles from './ClusterChangeReview.module.css';

type File = ChangePreviewResponse['files'][number];

function DiffOfFile(props: { diff: string; path: string }) {
  const [file] = parseDiff(props.diff);
  return (
    <div
      className={styles.diff}
      // A diff that is longer than its frame can be scrolled by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={props.path}
    >
      <Diff viewType="unified" diffType={file.type} hunks={file.hunks}>
        {hunks => hunks.map(hunk => <Hunk key={hunk.content} hunk={hunk} />)}
      </Diff>
    </div>
  );
}

function FileDetails(props: { file: File; isOpen: boolean }) {
  const { path, change, diff } = props.file;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const [isOpen, setOpen] = useState(props.isOpen);
  return (
    <details
      className={styles.file}
      open={isOpen}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>
        <code>{path}</code>{' '}
        <Text variant="body-small" color="secondary">
          {t(`review.changes.${change}`)}
        </Text>
      </summary>
      {isOpen && diff !== undefined && <DiffOfFile diff={diff} path={path} />}
      {isOpen && diff === undefined && (
        <Text as="p" variant="body-small" color="secondary">
          {t('review.tooLong')}
        </Text>
      )}
    </details>
  );
}

/**
 * The diff of each file that changes; the records of generated files come
 * last.
 */
export function FileDiffs(props: {
  preview: Pick<ChangePreviewResponse, 'files' | 'untouched'>;
}) {
  const { files, untouched } = props.preview;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return (
    <div>
      <Text as="p" variant="body-medium" weight="bold">
        {t('review.files', { count: files.length })}
      </Text>
      {files.map((file, index) => (
        <FileDetails key={file.path} file={file} isOpen={index === 0} />
      ))}
      <Text as="p" variant="body-small" color="secondary">
        {t('review.untouched', { count: untouched })}
      </Text>
    </div>
  );
}
