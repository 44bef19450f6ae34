import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

// Refs of the older package: both frontend systems resolve them.

/** The fleet page. */
export const fleetRouteRef = createRouteRef({ id: 'clusters' });

/** The form that creates a cluster; its button is absent when unbound. */
export const createClusterRouteRef = createExternalRouteRef({
  id: 'create-cluster',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** The form that changes a cluster; its menu is absent when unbound. */
export const changeClusterRouteRef = createExternalRouteRef({
  id: 'change-cluster',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
