import type { Entity } from '@backstage/catalog-model';
import { clusterLabels } from '@clusterworks/plugin-clusters-common';
import { CatalogVerdict } from './CatalogVerdict';
import { ColumnTitle } from './ColumnTitle';

/**
 * A column for the table of the catalog: the verdict of each cluster. It reads
 * the labels of entities and asks no backend.
 *
 * @public
 */
export const clusterVerdictColumn = {
  title: <ColumnTitle of="Health" />,
  field: `entity.metadata.labels["${clusterLabels.health}"]`,
  sorting: false,
  width: 'auto',
  render: (row: { entity: Entity }) => <CatalogVerdict entity={row.entity} />,
};
