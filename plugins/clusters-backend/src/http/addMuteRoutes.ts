import type {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  clusterMutePermission,
  type MuteRequest,
  muteRequestSchema,
  type MutesResponse,
} from '@clusterworks/plugin-clusters-common';
import type { Request, Router } from 'express';
import type { FleetEntry } from '../fleet/FleetStore';
import type { MuteBoard } from '../mutes/MuteBoard';
import { toClusterMute } from '../mutes/toMute';
import type { VisibleClusters } from '../permissions/VisibleClusters';
import { remembered } from './remembered';

const HOUR_MS = 3_600_000;
const MAX_TITLE = 300;

/** The dependencies of the routes about mutes. */
export interface MuteRoutesOptions {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  visible: VisibleClusters;
  mutes: Pick<MuteBoard, 'list' | 'set' | 'remove'>;
  /** The longest time for which a finding may be muted. */
  maxMuteMs: number;
  now(): number;
}

/** A finding that the caller may mute. */
interface Mutable {
  entry: FleetEntry;
  finding: string;
  credentials: BackstageCredentials<BackstageUserPrincipal>;
}

/** Adds the routes about muted findings; each change of one is audited. */
export function addMuteRoutes(
  router: Router,
  options: MuteRoutesOptions,
): void {
  const { httpAuth, visible, mutes, maxMuteMs, now } = options;

  router.get('/v1/clusters/:name/mutes', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const { cluster } = await visible.get(request.params.name, credentials);
    const items = await remembered(mutes.list(cluster.identity));
    const answer: MutesResponse = {
      items: items.map(toClusterMute),
      maxHours: maxMuteMs / HOUR_MS,
    };
    response.json(answer);
  });

  router.put('/v1/clusters/:name/mutes/:finding', async (request, response) => {
    const wanted = parseRequest(request.body, now(), maxMuteMs);
    const { reason, until } = wanted;
    const mute = await audited(
      options,
      request,
      { eventId: 'finding-mute', meta: { reason, until } },
      async ({ entry, finding, credentials }) => {
        const found = entry.body
          .assessment()
          ?.findings.find(({ id }) => id === finding);
        if (!found) {
          throw new NotFoundError(
            `No finding "${finding}" of cluster "${entry.cluster.name}": it may be over`,
          );
        }
        const stored = {
          identity: entry.cluster.identity,
          finding,
          title: found.title.slice(0, MAX_TITLE),
          reason: reason.trim(),
          by: credentials.principal.userEntityRef,
          at: now(),
          until: Date.parse(until),
        };
        await mutes.set(stored);
        return stored;
      },
    );
    response.json(toClusterMute(mute));
  });

  router.delete(
    '/v1/clusters/:name/mutes/:finding',
    async (request, response) => {
      await audited(
        options,
        request,
        { eventId: 'finding-unmute' },
        async ({ entry, finding }) => {
          const { identity, name } = entry.cluster;
          if (!(await mutes.remove(identity, finding))) {
            throw new NotFoundError(
              `Finding "${finding}" of cluster "${name}" is not muted`,
            );
          }
        },
      );
      response.status(204).end();
    },
  );
}

/** Does something to a finding if the caller may, and audits either outcome. */
async function audited<T>(
  options: MuteRoutesOptions,
  request: Request,
  { eventId, meta }: { eventId: string; meta?: Record<string, string> },
  change: (mutable: Mutable) => Promise<T>,
): Promise<T> {
  const { name, finding } = request.params;
  const event = await options.auditor.createEvent({
    eventId,
    severityLevel: 'medium',
    request,
    meta: { cluster: name, finding, ...meta },
  });
  try {
    const done = await change(await mutable(options, request));
    await event.success();
    return done;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}

/**
 * @throws NotFoundError for a cluster that the caller may not see;
 * NotAllowedError for one whose findings he may not mute
 */
async function mutable(
  { httpAuth, permissions, visible }: MuteRoutesOptions,
  request: Request,
): Promise<Mutable> {
  const { name, finding } = request.params;
  // A mute names the person who answers for it.
  const credentials = await httpAuth.credentials(request, { allow: ['user'] });
  const entry = await visible.get(name, credentials);
  const [{ result }] = await permissions.authorize(
    [
      {
        permission: clusterMutePermission,
        resourceRef: entry.cluster.name,
      },
    ],
    { credentials },
  );
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `Not allowed to mute findings of ${name}: ${clusterMutePermission.name}`,
    );
  }
  return { entry, finding, credentials };
}

/** @throws InputError that names what is wrong */
function parseRequest(
  body: unknown,
  now: number,
  maxMuteMs: number,
): MuteRequest {
  const { data, error } = muteRequestSchema.safeParse(body);
  if (!data) {
    throw new InputError(
      error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; '),
    );
  }
  const until = Date.parse(data.until);
  if (!(until > now)) {
    throw new InputError(`until: must be in the future, it is ${data.until}`);
  }
  if (until > now + maxMuteMs) {
    throw new InputError(
      `until: a mute lasts ${maxMuteMs / HOUR_MS} hours at most`,
    );
  }
  return data;
}
