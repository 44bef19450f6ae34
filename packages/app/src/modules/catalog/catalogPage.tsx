import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  CatalogTable,
  type CatalogTableColumnsFunc,
} from '@backstage/plugin-catalog';
import catalogPlugin, {
  CatalogIndexPage,
} from '@backstage/plugin-catalog/alpha';
import {
  clusterColumns,
  clusterVerdictColumn,
} from '@clusterworks/plugin-clusters';

/**
 * Among all resources the verdict of clusters is a column, among clusters also
 * what they are; it takes the place of what says nothing of clusters.
 */
const columnsOf: CatalogTableColumnsFunc = context => {
  const columns = CatalogTable.defaultColumnsFunc(context);
  const { kind, type } = context.filters;
  if (kind?.value !== 'resource') {
    return columns;
  }
  const isClusters = type?.getTypes().join() === 'kubernetes-cluster';
  // Resources have no lifecycle and hardly any tags.
  const hidden = isClusters
    ? /\.(lifecycle|tags|description)$/
    : /\.(lifecycle|tags)$/;
  const kept = columns.filter(({ field = '' }) => !hidden.test(String(field)));
  const name = kept.findIndex(({ field }) => field === 'resolved.entityRef');
  return kept.toSpliced(
    name + 1,
    0,
    ...(isClusters ? clusterColumns : [clusterVerdictColumn]),
  );
};

/** The catalog's page, with columns of its table for clusters. */
const catalogPage = catalogPlugin.getExtension('page:catalog').override({
  *factory(originalFactory, { inputs, config }) {
    for (const value of originalFactory()) {
      if (value.id !== coreExtensionData.reactElement.id) {
        yield value;
      }
    }
    yield coreExtensionData.reactElement(
      <CatalogIndexPage
        filters={inputs.filters.map(filter =>
          filter.get(coreExtensionData.reactElement),
        )}
        pagination={config.pagination}
        columns={columnsOf}
      />,
    );
  },
});

/** Changes of this portal to the pages of the catalog. */
export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogPage],
});
