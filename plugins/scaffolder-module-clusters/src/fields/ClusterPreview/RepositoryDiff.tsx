import { Alert, Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CreationPreviewResponse } from '@clusterworks/plugin-clusters-common';
import { clusterFormTranslationRef } from '../../translation';
import { ConflictList } from '../ClusterChangeReview/ConflictList';
import { FileDiffs } from '../ClusterChangeReview/FileDiffs';
import { splitShared } from './fileGroups';

function OpenChangeNotice(props: {
  change: CreationPreviewResponse['openChange'];
}) {
  const { change } = props;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  return change ? (
    <Alert
      status="warning"
      icon
      title={t(change.operation === 'create' ? 'creation.open' : 'change.open')}
      description={
        <Link href={change.url} target="_blank">
          {change.title}
        </Link>
      }
    />
  ) : null;
}

/** What the pull request of a new cluster would do to the repository. */
export function RepositoryDiff(props: {
  comparison: CreationPreviewResponse;
  environment: string;
  name: string;
}) {
  const { comparison, environment, name } = props;
  const { files, repository, conflicts, openChange } = comparison;
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { shared } = splitShared(files, environment, name);
  return (
    <>
      <OpenChangeNotice change={openChange} />
      <ConflictList conflicts={conflicts} isRemoval={false} />
      <Text as="p" variant="body-small" color="secondary">
        {t('creation.against', { repository })}
        {files.length === 0 && conflicts.length === 0 && (
          <>. {t('creation.nothing')}</>
        )}
        {shared.length > 0 && (
          <>. {t('creation.shared', { count: shared.length })}</>
        )}
      </Text>
      <FileDiffs preview={comparison} />
    </>
  );
}
