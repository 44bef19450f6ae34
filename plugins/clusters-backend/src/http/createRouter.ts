import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { AuthService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  type ClusterDocument,
  fleetHistoryQuerySchema,
  type FleetHistoryResponse,
  fleetRequestSchema,
  historyWindowSchema,
  ledgerCsv,
} from '@clusterworks/plugin-clusters-common';
import express, { type Request, type Router } from 'express';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import { openApiDocument } from '../schema/openApiDocument';
import type { FleetStore } from '../fleet/FleetStore';
import { CELL_MINUTES, type FleetHistory } from '../history/FleetHistory';
import type { FindingHistoryStore } from '../history/FindingHistoryStore';
import type { HistoryStore } from '../history/HistoryStore';
import { ledgerOf } from '../ledger/ledgerOf';
import type { Reservations } from '../ledger/Reservations';
import type { PreviewRenderer } from '../render/PreviewRenderer';
import type { DrainPlanner } from '../drain/DrainPlanner';
import type { ClusterFreezes } from '../freezes/ClusterFreezes';
import type { Waves } from '../waves/Waves';
import type { Webhooks } from '../webhooks/createWebhooks';
import { addChangeRoutes, type ChangeRoutesOptions } from './addChangeRoutes';
import { addMuteRoutes, type MuteRoutesOptions } from './addMuteRoutes';
import { addWaveRoutes } from './addWaveRoutes';
import { addWebhookRoutes } from './addWebhookRoutes';
import type { ResponseCache } from './ResponseCache';
import { documentOf } from './documentOf';
import { observationsOf } from './observationsOf';
import { remembered } from './remembered';
import { sendBody } from './sendBody';

/** The dependencies of the routes. */
export interface RouterOptions extends MuteRoutesOptions, ChangeRoutesOptions {
  auth: AuthService;
  access: ClusterAccess;
  fleet: FleetStore;
  bodies: ResponseCache;
  history: HistoryStore;
  findingHistory: FindingHistoryStore;
  fleetHistory: FleetHistory;
  previews: PreviewRenderer;
  reservations: Pick<Reservations, 'read'>;
  freezes: ClusterFreezes;
  webhooks: Pick<Webhooks, 'list' | 'redeliver'>;
  drains: DrainPlanner;
  waves: Waves;
}

type OpenApiDocument = Parameters<typeof createValidatedOpenApiRouter>[0];

const HOUR_MS = 3_600_000;
const windows = { '1h': HOUR_MS, '24h': 24 * HOUR_MS, '7d': 168 * HOUR_MS };

/** The names of nodes in a query, which the document bounds. */
function nodesIn(request: Request): string[] {
  return String(request.query.nodes).split(',');
}

/** The routes of the API that `openApiDocument` describes. */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const { auth, httpAuth, access, fleet, bodies, history, now } = options;
  // The document is generated from zod, so its types are wider than those of a
  // literal.
  const document = openApiDocument() as unknown as OpenApiDocument;
  const router = createValidatedOpenApiRouter(document, {
    // The spec of a cluster with a hundred NodePools takes a fifth of this.
    middleware: [express.json({ limit: '256kb' })],
  }) as unknown as Router;

  async function visibleCluster(request: Request) {
    const credentials = await httpAuth.credentials(request);
    return await options.visible.look(request.params.name, credentials);
  }

  router.get('/v1/fleet', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const asked = fleetRequestSchema.safeParse(request.query);
    if (!asked.success) {
      const problems = asked.error.issues.map(
        ({ path, message }) => `${path.join('.')}: ${message}`,
      );
      throw new InputError(problems.join('; '));
    }
    const visibility = await access.visibilityFor(credentials);
    const { since, ...query } = asked.data;
    await sendBody(request, response, bodies.fleet(visibility, query, since));
  });

  router.get('/v1/fleet/history', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { names } = fleetHistoryQuerySchema.parse(request.query);
    const visibility = await access.visibilityFor(credentials);
    // A hidden cluster is left out like one that does not exist.
    const entries = names
      .flatMap(name => fleet.get(name) ?? [])
      .filter(({ cluster }) => visibility.sees(cluster));
    const identities = entries.map(({ cluster }) => cluster.identity);
    const { from, cells } = await remembered(
      options.fleetHistory.read(identities, now()),
    );
    const answer: FleetHistoryResponse = {
      from: new Date(from).toISOString(),
      cellMinutes: CELL_MINUTES,
      clusters: entries.map(({ cluster: { name } }, index) => ({
        name,
        cells: cells[index],
      })),
    };
    response.json(answer);
  });

  router.get('/v1/ledger', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const visibility = await access.visibilityFor(credentials);
    const ledger = ledgerOf(
      fleet.entries
        .map(({ cluster }) => cluster)
        .filter(cluster => visibility.sees(cluster)),
      visibility.seesAll,
      await options.reservations.read(visibility.seesAll),
    );
    if (request.query.format === 'csv') {
      response.attachment('ledger.csv').type('text/csv');
      response.send(ledgerCsv(ledger));
    } else {
      response.json(ledger);
    }
  });

  router.get('/v1/clusters/:name', async (request, response) => {
    const { entry, visibility } = await visibleCluster(request);
    await sendBody(request, response, bodies.cluster(entry, visibility));
  });

  router.get('/v1/clusters/:name/drain-plan', async (request, response) => {
    const { cluster } = (await visibleCluster(request)).entry;
    response.json(await options.drains.plan(cluster, nodesIn(request)));
  });

  router.get('/v1/clusters/:name/pods', async (request, response) => {
    const { cluster } = (await visibleCluster(request)).entry;
    response.json(await options.drains.podsOn(cluster, nodesIn(request)));
  });

  router.get('/v1/clusters/:name/history', async (request, response) => {
    const { cluster } = (await visibleCluster(request)).entry;
    const window = historyWindowSchema.parse(request.query.window ?? '24h');
    const until = now();
    const since = until - windows[window];
    const { identity, name } = cluster;
    const read = Promise.all([
      history.read(identity, since, until),
      options.findingHistory.read(identity, since, until),
    ]);
    const [trends, findingChanges] = await remembered(read);
    response.json({ cluster: name, ...trends, findingChanges });
  });

  router.get('/v1/clusters/:name/freeze', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { name } = request.params;
    response.json(await options.freezes.read(name, credentials));
  });

  router.post('/v1/render', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { spec, overlapAcknowledgement } = request.body;
    response.json(
      await options.previews.render(spec, credentials, overlapAcknowledgement),
    );
  });

  /** What another plugin may see; never the answer for a user. */
  async function visibleToPlugin(request: Request) {
    const credentials = await httpAuth.credentials(request);
    if (!auth.isPrincipal(credentials, 'service')) {
      throw new NotAllowedError('Only for other backend plugins');
    }
    const visibility = await access.visibilityFor(credentials);
    if (visibility.seesNothing) {
      throw new NotAllowedError('Not allowed to read clusters');
    }
    return visibility;
  }

  router.get('/v1/observations', async (request, response) => {
    response.json(observationsOf(fleet, await visibleToPlugin(request)));
  });

  router.get('/v1/documents', async (request, response) => {
    const visibility = await visibleToPlugin(request);
    const items: ClusterDocument[] = [];
    for (const entry of fleet.entries) {
      if (visibility.sees(entry.cluster)) {
        items.push(documentOf(entry));
        await yieldToOthers();
      }
    }
    response.json({ items });
  });

  addChangeRoutes(router, options);
  addMuteRoutes(router, options);
  addWebhookRoutes(router, options);
  addWaveRoutes(router, options);
  return router;
}
