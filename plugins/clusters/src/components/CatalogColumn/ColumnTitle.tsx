import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clustersTranslationRef } from '../../translation';

/** What a column of the catalog's table shows of a cluster. */
export type ColumnName = 'Health' | 'Environment' | 'Region' | 'Kubernetes';

/**
 * The title of a column of the catalog's table. Columns are made before the
 * language of the reader is known.
 */
export function ColumnTitle(props: { of: ColumnName }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return <>{t(`catalog.cluster${props.of}`)}</>;
}
