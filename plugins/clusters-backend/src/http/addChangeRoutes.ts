import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import type { ChangeFollower } from '../changes/ChangeFollower';
import type { ClusterChanges } from '../changes/ClusterChanges';
import type { ClusterCreations } from '../changes/ClusterCreations';
import type { ClusterMergeReader } from '../changes/ClusterMergeReader';
import type { VisibleClusters } from '../permissions/VisibleClusters';

/** The dependencies of the routes about changes. */
export interface ChangeRoutesOptions {
  httpAuth: HttpAuthService;
  visible: VisibleClusters;
  changes: ClusterChanges;
  creations: Pick<ClusterCreations, 'preview'>;
  follower: Pick<ChangeFollower, 'follow' | 'followCreation'>;
  merges: Pick<ClusterMergeReader, 'read'>;
}

/** Adds what is about changes of a cluster in git. */
export function addChangeRoutes(
  router: Router,
  options: ChangeRoutesOptions,
): void {
  const { httpAuth, visible, changes, follower } = options;

  router.get('/v1/changes', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    // The document bounds it.
    const pull = String(request.query.pull);
    response.json(await follower.follow(pull, credentials));
  });

  router.get('/v1/clusters/:name/creation', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { name } = request.params;
    response.json(await follower.followCreation(name, credentials));
  });

  router.get('/v1/clusters/:name/merges', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { name } = request.params;
    const { cluster } = await visible.get(name, credentials);
    response.json(await options.merges.read(cluster));
  });

  router.get('/v1/clusters/:name/spec', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { name } = request.params;
    const ofOpenChange = request.query.of === 'change';
    response.json(await changes.read(name, credentials, { ofOpenChange }));
  });

  router.post('/v1/clusters/:name/preview', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { name } = request.params;
    response.json(await changes.preview(name, request.body, credentials));
  });

  router.post('/v1/creation/preview', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(await options.creations.preview(request.body, credentials));
  });
}
