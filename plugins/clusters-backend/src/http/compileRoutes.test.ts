import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import express, { type Router } from 'express';
import request from 'supertest';
import { FleetStore } from '../fleet/FleetStore';
import { compileRoutes } from './compileRoutes';
import { createRouter, type RouterOptions } from './createRouter';
import { ResponseCache } from './ResponseCache';

function newRouter(): Promise<Router> {
  const fleet = new FleetStore();
  const everything = { key: 'all', sees: () => true };
  return createRouter({
    auth: mockServices.auth(),
    httpAuth: mockServices.httpAuth(),
    access: { visibilityFor: async () => everything },
    bodies: new ResponseCache(fleet),
    fleet,
    webhooks: {},
  } as unknown as RouterOptions);
}

/** CPU time of the first request, in milliseconds. */
async function firstRequest(router: Router): Promise<number> {
  const app = express().use(router);
  const before = process.cpuUsage();
  const { status } = await request(app)
    .get('/v1/fleet')
    .set('Authorization', mockCredentials.user.header());
  const { user, system } = process.cpuUsage(before);
  expect(status).toBe(200);
  return (user + system) / 1_000;
}

describe('compileRoutes', () => {
  it('takes most of its time from the first request', async () => {
    // The first request of the process also pays for what all routers share.
    await firstRequest(await newRouter());
    const cold = await firstRequest(await newRouter());
    const router = await newRouter();
    await compileRoutes(router);
    expect(await firstRequest(router)).toBeLessThan(cold / 2);
  });

  it('does not throw when routes fail', async () => {
    const router = express.Router();
    router.use(() => {
      throw new Error('broken');
    });
    await expect(compileRoutes(router)).resolves.toBeUndefined();
  });
});
