import { createExtensionTester } from '@backstage/frontend-test-utils';
import { homePageWidgetDataRef as widgetRef } from '@backstage/plugin-home-react/alpha';
import clustersPlugin from '.';

it('adds the clusters of my groups to a home page', () => {
  const widget = clustersPlugin.getExtension(
    'home-page-widget:clusters/my-clusters',
  );
  expect(createExtensionTester(widget).get(widgetRef)).toMatchObject({
    name: 'MyClusters',
    title: 'Clusters of my groups',
  });
});
