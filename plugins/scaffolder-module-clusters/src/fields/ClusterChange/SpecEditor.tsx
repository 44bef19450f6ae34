import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterInGitResponse } from '@clusterworks/plugin-clusters-common';
import {
  type ClusterSpec,
  collectClusterSpecIssues,
  editYamlValues,
  type Mapping,
  readYamlDocument,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { useMemo } from 'react';
import { clusterFormTranslationRef } from '../../translation';
import { metadataFields, SpecFields, SpecTopics } from '../SpecFields';
import { asMapping } from '../SpecFields/valueAt';
import type { ChangeValue } from './ChangeValue';
import { ChangedRanges } from './ChangedRanges';
import { PoolsEditor } from './PoolsEditor';
import { YamlEditor } from './YamlEditor';
import styles from './ClusterChange.module.css';

/** What holds where the file says nothing; unknown for a file that is broken. */
function fallbackOf(document: Mapping): unknown {
  try {
    return resolveClusterSpec(document as ClusterSpec).spec;
  } catch {
    return undefined;
  }
}

/** A text in git, as the form sees it while somebody edits it. */
function useDocument(text: string) {
  return useMemo(() => {
    const document = asMapping(readYamlDocument(text).input);
    return {
      document,
      fallback: document && fallbackOf(document),
      issues: document ? collectClusterSpecIssues(document) : [],
    };
  }, [text]);
}

/**
 * All of a cluster: a control for each value, and the same as text. Both edit
 * the text, so that neither loses what the other has changed.
 */
export function SpecEditor(props: {
  inGit: ClusterInGitResponse;
  value: ChangeValue;
  onChange: (value: ChangeValue) => void;
}) {
  const { inGit, value, onChange } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const text = value.text ?? inGit.text;
  const { document, fallback, issues } = useDocument(text);
  const spec = asMapping(document?.spec);
  const change = (next: Mapping) =>
    document &&
    onChange({
      ...value,
      // A spec with problems is kept: the step refuses it with all of them.
      spec: next as ClusterSpec,
      text: editYamlValues(text, next),
    });
  return (
    <div className={styles.fields}>
      {document && spec && (
        <>
          <SpecFields
            {...{ issues }}
            fields={metadataFields}
            value={document}
            fallback={undefined}
            root=""
            onChange={change}
          />
          <SpecTopics
            {...{ fallback, issues }}
            value={spec}
            onChange={next => change({ ...document, spec: next })}
          >
            {fallback !== undefined && (
              <PoolsEditor
                spec={document as ClusterSpec}
                onChange={next => change(next)}
              />
            )}
          </SpecTopics>
        </>
      )}
      <details className={styles.asText} open={!document || undefined}>
        <summary>
          <Text weight="bold">{t('options.text')}</Text>
        </summary>
        <YamlEditor text={text} value={value} onChange={onChange} />
      </details>
      <ChangedRanges
        before={inGit.spec as ClusterSpec | undefined}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
