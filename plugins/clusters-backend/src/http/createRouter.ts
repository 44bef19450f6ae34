import type {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import {
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  clusterRenderPermission,
  fleetQuerySchema,
  historyWindowSchema,
} from '@clusterworks/plugin-clusters-common';
import express, { type Request, type Router } from 'express';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import { openApiDocument } from '../schema/openApiDocument';
import type { FleetStore, FleetEntry } from '../fleet/FleetStore';
import type { HistoryStore } from '../history/HistoryStore';
import type { ResponseCache } from './ResponseCache';
import { observationsOf } from './observationsOf';
import { RenderLimiter } from './RenderLimiter';
import { renderSpec } from './renderSpec';
import { sendBody } from './sendBody';

/** What the routes are made from. */
export interface RouterOptions {
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  access: ClusterAccess;
  fleet: FleetStore;
  bodies: ResponseCache;
  history: HistoryStore;
  now(): number;
}

type OpenApiDocument = Parameters<typeof createValidatedOpenApiRouter>[0];

const HOUR_MS = 3_600_000;
const windows = { '1h': HOUR_MS, '24h': 24 * HOUR_MS, '7d': 168 * HOUR_MS };

/** The routes of the API that `openApiDocument` describes. */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const { auth, httpAuth, access, fleet, bodies, history, now } = options;
  // Made from zod, so its types are wider than those of a document as written.
  const document = openApiDocument() as unknown as OpenApiDocument;
  const router = createValidatedOpenApiRouter(document, {
    // A spec of a hundred pools has a fifth of it.
    middleware: [express.json({ limit: '256kb' })],
  }) as unknown as Router;

  const limiter = new RenderLimiter();

  async function visibleCluster(request: Request): Promise<FleetEntry> {
    const credentials = await httpAuth.credentials(request);
    const visibility = await access.visibilityFor(credentials);
    const entry = fleet.get(request.params.name);
    // Whether it exists is nothing that everybody may know.
    if (!entry || !visibility.sees(entry.cluster)) {
      throw new NotFoundError(`No cluster "${request.params.name}"`);
    }
    return entry;
  }

  router.get('/v1/fleet', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const query = fleetQuerySchema.safeParse(request.query);
    if (!query.success) {
      const problems = query.error.issues.map(
        ({ path, message }) => `${path.join('.')}: ${message}`,
      );
      throw new InputError(problems.join('; '));
    }
    const visibility = await access.visibilityFor(credentials);
    await sendBody(request, response, bodies.fleet(visibility, query.data));
  });

  router.get('/v1/clusters/:name', async (request, response) => {
    const entry = await visibleCluster(request);
    await sendBody(request, response, bodies.cluster(entry));
  });

  router.get('/v1/clusters/:name/history', async (request, response) => {
    const { cluster } = await visibleCluster(request);
    const window = historyWindowSchema.parse(request.query.window ?? '24h');
    const until = now();
    const since = until - windows[window];
    response.json(
      await history.read(cluster.name, since, until).catch(error => {
        throw new ServiceUnavailableError(
          'History cannot be read: the database does not answer',
          error,
        );
      }),
    );
  });

  router.post('/v1/render', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const [{ result }] = await options.permissions.authorize(
      [{ permission: clusterRenderPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError('Not allowed to preview clusters');
    }
    response.json(
      await limiter.run(callerOf(credentials), () =>
        renderSpec(request.body.spec, now()),
      ),
    );
  });

  router.get('/v1/observations', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    if (!auth.isPrincipal(credentials, 'service')) {
      throw new NotAllowedError('Only for other backend plugins');
    }
    const visibility = await access.visibilityFor(credentials);
    if (visibility.seesNothing) {
      throw new NotAllowedError('Not allowed to read clusters');
    }
    response.json(observationsOf(fleet, visibility));
  });

  return router;
}

/** Who asks, as one and the same over all requests. */
function callerOf({ principal }: BackstageCredentials): string {
  const { type, userEntityRef, subject } = principal as {
    type: string;
    userEntityRef?: string;
    subject?: string;
  };
  return `${type}:${userEntityRef ?? subject ?? ''}`;
}
