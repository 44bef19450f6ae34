import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersTranslationRef } from '../../translation';

/**
 * The title of a column of the catalog's table. Columns are made before the
 * language of the reader is known.
 */
export function ColumnTitle(props: {
  of: 'Health' | 'Environment' | 'Region' | 'Kubernetes';
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return <>{t(`catalog.cluster${props.of}`)}</>;
}
