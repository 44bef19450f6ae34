import { useState } from 'react';
import { CodeSnippet } from '@backstage/core-components';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RenderResponse } from '@clusterworks/plugin-clusters-common';
import { clusterFormTranslationRef } from '../../translation';
import { baseName, byFolder, languageOf, splitShared } from './fileGroups';
import styles from './ClusterPreview.module.css';

type File = RenderResponse['files'][number];

function FileList(props: {
  files: File[];
  selected: string | undefined;
  onSelect: (path: string) => void;
}) {
  return (
    <ul className={styles.folders}>
      {byFolder(props.files).map(({ folder, files }) => (
        <li key={folder}>
          <Text variant="body-small" color="secondary">
            {folder ? `${folder}/` : ''}
          </Text>
          <ul className={styles.files}>
            {files.map(({ path }) => (
              <li key={path}>
                <button
                  type="button"
                  className={styles.file}
                  aria-current={path === props.selected || undefined}
                  aria-label={path}
                  onClick={() => props.onSelect(path)}
                >
                  {baseName(path)}
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** The tree of files on one side, the chosen one readable on the other. */
export function FileBrowser(props: {
  files: File[];
  environment: string;
  name: string;
}) {
  const { files, environment, name } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { own, shared } = splitShared(files, environment, name);
  const [path, setPath] = useState<string>();
  const selected =
    files.find(file => file.path === path) ??
    own.find(file => file.path.endsWith('/cluster.yaml')) ??
    files[0];
  return (
    <div className={styles.browser}>
      <nav className={styles.tree} aria-label={t('preview.tree')}>
        <Text as="h4" variant="body-medium" weight="bold">
          {t('preview.ownFiles')} ({own.length})
        </Text>
        <FileList files={own} selected={selected?.path} onSelect={setPath} />
        <details>
          <summary className={styles.summary}>
            {t('preview.sharedFiles')} ({shared.length})
          </summary>
          <FileList
            files={shared}
            selected={selected?.path}
            onSelect={setPath}
          />
        </details>
      </nav>
      {selected && (
        <section
          className={styles.content}
          aria-label={t('preview.content', { path: selected.path })}
        >
          <Text variant="body-small" color="secondary">
            {selected.path}
          </Text>
          <CodeSnippet
            text={selected.content}
            language={languageOf(selected.path)}
            showLineNumbers
            showCopyCodeButton
          />
        </section>
      )}
    </div>
  );
}
