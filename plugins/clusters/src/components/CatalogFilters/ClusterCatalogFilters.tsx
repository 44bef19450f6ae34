import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityAutocompletePicker } from '@backstage/plugin-catalog-react';
import { clustersTranslationRef } from '../../translation';
import {
  type ClusterEntityFilters,
  type ClusterFilterName,
  clusterLabelFilters,
} from './clusterLabelFilters';

const names = Object.keys(clusterLabelFilters) as ClusterFilterName[];

/**
 * Filters for the page of the catalog: verdict, environment, region and
 * Kubernetes version of clusters. Each is there only while an entity of the
 * chosen kind has its label.
 *
 * @public
 */
export function ClusterCatalogFilters(): JSX.Element {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <>
      {names.map(name => (
        <EntityAutocompletePicker<ClusterEntityFilters, ClusterFilterName>
          key={name}
          name={name}
          label={t(`catalog.${name}`)}
          path={`metadata.labels.${clusterLabelFilters[name].label}`}
          Filter={clusterLabelFilters[name].Filter}
          filtersForAvailableValues={['kind', 'type']}
          showCounts
        />
      ))}
    </>
  );
}
