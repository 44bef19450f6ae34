import { createExtensionTester } from '@backstage/frontend-test-utils';
import { homePageWidgetDataRef as widgetRef } from '@backstage/plugin-home-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
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

it('adds clusters to the search: a type of results, and how one looks', () => {
  const type = clustersPlugin.getExtension(
    'search-filter-result-type:clusters',
  );
  expect(
    createExtensionTester(type).get(
      SearchFilterResultTypeBlueprint.dataRefs.resultType,
    ),
  ).toMatchObject({ value: 'clusters', name: 'Clusters' });
  const item = createExtensionTester(
    clustersPlugin.getExtension('search-result-list-item:clusters'),
  ).get(SearchResultListItemBlueprint.dataRefs.item);
  const isOurs = (name: string) =>
    item.predicate?.({ type: name } as Parameters<typeof item.predicate>[0]);
  expect(isOurs('clusters')).toBe(true);
  expect(isOurs('software-catalog')).toBe(false);
});
