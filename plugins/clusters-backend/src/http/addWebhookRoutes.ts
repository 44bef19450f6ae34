import type {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { webhooksManagePermission } from '@clusterworks/plugin-clusters-common';
import type { Router } from 'express';
import type { Webhooks } from '../webhooks/createWebhooks';

/** Adds the routes about messages that are not delivered. */
export function addWebhookRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    webhooks: Pick<Webhooks, 'list' | 'redeliver'>;
  },
): void {
  const { httpAuth, permissions, webhooks } = options;

  async function check(credentials: BackstageCredentials): Promise<void> {
    const [{ result }] = await permissions.authorize(
      [{ permission: webhooksManagePermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError('Not allowed to manage webhooks');
    }
  }

  router.get('/v1/webhooks', async (request, response) => {
    await check(await httpAuth.credentials(request));
    response.json(await webhooks.list());
  });

  router.post('/v1/webhooks/:name/redeliver', async (request, response) => {
    await check(await httpAuth.credentials(request));
    const redelivered = await webhooks.redeliver(request.params.name);
    response.json({ redelivered });
  });
}
