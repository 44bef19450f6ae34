import { Skeleton, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { clusterFormTranslationRef } from '../../translation';
import type { ChangeValue } from '../ClusterChange/ChangeValue';
import { PreviewFailed } from '../ClusterPreview/PreviewFailed';
import { useSentence } from '../ClusterPreview/useSentence';
import { WarningList } from '../ClusterPreview/WarningList';
import { FieldSurface } from '../FieldSurface';
import { formDataOf } from '../formDataOf';
import { PoolOutlooks } from '../PoolOutlook';
import { useClustersClient } from '../useClustersClient';
import { BlastRadiusSection } from './BlastRadiusSection';
import { ConflictList } from './ConflictList';
import { FieldChanges } from './FieldChanges';
import { FileDiffs } from './FileDiffs';
import { RemovalProblems } from './RemovalProblems';
import { StillRunsSection } from './StillRunsSection';
import styles from './ClusterChangeReview.module.css';

/** Where the node pools of a spec are. */
const POOLS = 'spec.karpenter.nodePools';

/** Asks the backend what the change would do; nothing is written. */
function usePreview({ cluster, operation, ...change }: ChangeValue) {
  const { spec, removal, overlapAcknowledgement } = change;
  const client = useClustersClient();
  // The object is new at every render, so its JSON text is compared.
  const wanted =
    spec && JSON.stringify({ spec, removal, overlapAcknowledgement });
  return useAsyncRetry(
    async () =>
      cluster && operation && wanted
        ? await client.previewChange(cluster, {
            operation,
            ...JSON.parse(wanted),
          })
        : undefined,
    [client, cluster, operation, wanted],
  );
}

/**
 * The review of a change: one sentence, the warnings and conflicts, each field
 * before and after, what happens to running nodes, and the diff of each file.
 */
export function ClusterChangeReview(
  props: FieldExtensionComponentProps<string>,
) {
  const { onChange, formData: sentence } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { change = {} } = formDataOf(props.formContext) as {
    change?: ChangeValue;
  };
  const { value: preview, error, loading, retry } = usePreview(change);
  useSentence(preview?.summary, sentence, onChange);
  if (error) {
    return <PreviewFailed error={error} onRetry={retry} />;
  }
  if (loading || !preview) {
    return (
      <div role="status" aria-label={t('preview.loading')}>
        <Skeleton height="12rem" />
      </div>
    );
  }
  return (
    <FieldSurface>
      <div className={styles.review}>
        <Text as="p" weight="bold">
          {preview.summary}
        </Text>
        <ConflictList
          conflicts={preview.conflicts}
          isRemoval={change.removal !== undefined}
        />
        <RemovalProblems problems={preview.removalProblems} />
        {!change.removal && <FieldChanges fields={preview.fields} />}
        {change.spec &&
          preview.fields.some(({ path }) => path.startsWith(POOLS)) && (
            <PoolOutlooks spec={change.spec} />
          )}
        {preview.stillRuns && <StillRunsSection seen={preview.stillRuns} />}
        {preview.blastRadius && (
          <BlastRadiusSection radius={preview.blastRadius} />
        )}
        <WarningList warnings={preview.warnings} />
        <FileDiffs preview={preview} />
      </div>
    </FieldSurface>
  );
}
