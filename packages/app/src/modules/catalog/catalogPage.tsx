import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { CatalogTable } from '@backstage/plugin-catalog';
import catalogPlugin, {
  CatalogIndexPage,
} from '@backstage/plugin-catalog/alpha';
import { clusterColumns } from '@clusterworks/plugin-clusters';

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
        columns={context => {
          const columns = CatalogTable.defaultColumnsFunc(context);
          if (context.filters.kind?.value !== 'resource') {
            return columns;
          }
          // Resources have no lifecycle and hardly any tags.
          const [name, ...others] = columns.filter(
            ({ field = '' }) => !/\.(lifecycle|tags)$/.test(String(field)),
          );
          return [name, ...clusterColumns, ...others];
        }}
      />,
    );
  },
});

/** Changes of this portal to the pages of the catalog. */
export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [catalogPage],
});
