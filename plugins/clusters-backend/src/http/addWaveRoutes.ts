import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  waveCommands,
  waveCommandSchema,
  waveRequestSchema,
} from '@clusterworks/plugin-clusters-common';
import type { Router } from 'express';
import type { z } from 'zod';
import type { Waves } from '../waves/Waves';

/** Adds the routes about changes of many clusters. */
export function addWaveRoutes(
  router: Router,
  { httpAuth, waves }: { httpAuth: HttpAuthService; waves: Waves },
): void {
  router.get('/v1/waves', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json({ items: await waves.list(credentials) });
  });

  router.post('/v1/waves', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const wanted = parse(waveRequestSchema, request.body);
    response.status(201).json(await waves.start(wanted, credentials));
  });

  router.post('/v1/waves/plan', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const wanted = parse(waveRequestSchema, request.body);
    response.json(await waves.plan(wanted, credentials));
  });

  router.get('/v1/waves/:id', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    response.json(await waves.get(request.params.id, credentials));
  });

  for (const command of waveCommands) {
    router.post(`/v1/waves/:id/${command}`, async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const options = parse(waveCommandSchema, request.body ?? {});
      response.json(
        await waves.command(request.params.id, command, options, credentials),
      );
    });
  }
}

/** @throws InputError that names the fields with problems */
function parse<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(({ path, message }) => `${path.join('.')}: ${message}`)
        .join('; '),
    );
  }
  return parsed.data;
}
