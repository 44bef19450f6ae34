import type { Entity } from '@backstage/catalog-model';
import { clusterLabels } from '@clusterworks/plugin-clusters-common';
import { isClusterEntity } from '../../entity';
import { type ColumnName, ColumnTitle } from './ColumnTitle';
import { clusterVerdictColumn } from './clusterVerdictColumn';

/** A column for the table of the catalog. */
type ClusterColumn = typeof clusterVerdictColumn;

/**
 * Columns for the table of the catalog: verdict, environment, region and
 * Kubernetes version of each cluster. They read the labels of entities and ask
 * no backend.
 *
 * @public
 */
export const clusterColumns: ClusterColumn[] = [
  clusterVerdictColumn,
  labelColumn('Environment', clusterLabels.environment),
  labelColumn('Region', clusterLabels.region),
  labelColumn('Kubernetes', clusterLabels.kubernetesVersion),
];

function labelColumn(of: ColumnName, label: string): ClusterColumn {
  return {
    title: <ColumnTitle of={of} />,
    field: `entity.metadata.labels["${label}"]`,
    sorting: false,
    width: 'auto',
    render: ({ entity }: { entity: Entity }) => (
      <>{isClusterEntity(entity) && entity.metadata.labels?.[label]}</>
    ),
  };
}
