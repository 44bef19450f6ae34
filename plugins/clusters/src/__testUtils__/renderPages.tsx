import { NOW } from '@clusterworks/kube-fixtures';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ResponseError } from '@backstage/errors';
import type { ClustersApi } from '@clusterworks/plugin-clusters-common';
import clustersPlugin, { clustersApiRef } from '..';
import { fleetRouteRef } from '../routes';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'search-dev',
  },
  spec: { type: 'kubernetes-cluster' },
};

/** Answers as the backend would, through `fetch` and the real client. */
export async function refusal(status: number, name: string, message: string) {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name, message },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ),
  );
}

/** Settings of a portal in a language. */
export function configIn(language: string) {
  const config = {
    availableLanguages: ['en', 'de'],
    defaultLanguage: language,
  };
  return {
    app: {
      baseUrl: 'http://localhost:3000',
      extensions: [{ 'api:app/app-language': { config } }],
    },
    backend: { baseUrl: 'http://localhost:7007' },
  };
}

/** Renders the fleet page, or one beneath it. */
export function renderFleet(
  api: ClustersApi,
  path = '/clusters',
  language = 'en',
) {
  return renderTestApp({
    config: configIn(language),
    extensions: [clustersPlugin.getExtension('page:clusters')],
    apis: [[clustersApiRef, api]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [path],
  });
}

/** Renders a card or a tab of the page of the cluster search-dev. */
export function renderEntity(
  api: ClustersApi,
  extension:
    | 'entity-card:clusters/overview'
    | 'entity-content:clusters/karpenter'
    | 'entity-content:clusters/cilium'
    | 'entity-content:clusters/findings',
  annotations: Record<string, string> = {},
  options: {
    language?: string;
    search?: string;
    labels?: Record<string, string>;
    links?: { title?: string; url: string }[];
    /** Address of Argo CD. */
    argoCd?: string;
  } = {},
) {
  const { language = 'en', search = '', labels, links, argoCd } = options;
  const metadata = {
    ...entity.metadata,
    annotations,
    ...(labels && { labels }),
    ...(links && { links }),
  };
  return renderTestApp({
    config: {
      ...configIn(language),
      ...(argoCd && { argocd: { baseUrl: argoCd } }),
    },
    initialRouteEntries: [`/${search}`],
    extensions: [
      createTestEntityPage({ entity: { ...entity, metadata } }),
      clustersPlugin.getExtension(extension),
    ],
    apis: [[clustersApiRef, api]],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/clusters': fleetRouteRef,
    },
  });
}

/** Stops the clock, because pages show ages, however slow the test is. */
export function stopClock(): void {
  beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(Date.parse(NOW)));
  afterEach(() => jest.restoreAllMocks());
}
