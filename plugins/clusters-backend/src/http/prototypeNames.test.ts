import assert from 'node:assert/strict';
import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { waitFor } from '@clusterworks/test-support';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import { startClustersBackend } from '../__testUtils__/startClustersBackend';

/** Names of properties that every object inherits. */
const names = [...Object.getOwnPropertyNames(Object.prototype), 'prototype'];

/**
 * Every input of the API that takes text, with the status for an invalid value.
 */
const inputs: [
  place: string,
  path: (name: string) => string,
  status: number,
][] = [
  ['the key of a filter', name => `/v1/fleet?filter=${name}:1`, 400],
  ['a negated key', name => `/v1/fleet?filter=-${name}:1`, 400],
  ['the value of a filter', name => `/v1/fleet?filter=env:${name}`, 200],
  ['a version', name => `/v1/fleet?filter=cilium:${name}`, 400],
  ['a word', name => `/v1/fleet?filter=${name}`, 200],
  ['sort', name => `/v1/fleet?sort=${name}`, 400],
  ['order', name => `/v1/fleet?order=${name}`, 400],
  ['limit', name => `/v1/fleet?limit=${name}`, 400],
  ['cursor', name => `/v1/fleet?cursor=${name}`, 400],
  ['a parameter', name => `/v1/fleet?${name}=1`, 400],
  ['a cluster', name => `/v1/clusters/${name}`, 404],
  ['a history', name => `/v1/clusters/${name}/history`, 404],
  ['a window', name => `/v1/clusters/x/history?window=${name}`, 400],
];

describe('names of Object.prototype', () => {
  let backend: Awaited<ReturnType<typeof startClustersBackend>>;

  const get = (path: string) =>
    request(backend.server)
      .get(`/api/clusters${path}`)
      .set('Authorization', mockCredentials.user.header());

  beforeAll(async () => {
    backend = await startClustersBackend({ entities: [clusterEntity('x')] });
    await waitFor(async () => {
      const { status } = await get('/v1/clusters/x');
      assert.equal(status, 200);
    });
  });

  afterAll(async () => {
    await backend?.stop();
  });

  it.each(inputs)('are only text as %s', async (place, path, status) => {
    // Express itself drops a parameter named `__proto__`.
    const dropped = place === 'a parameter' ? ['__proto__'] : [];
    for (const name of names.filter(each => !dropped.includes(each))) {
      const response = await get(path(name));
      expect({ name, status: response.status }).toEqual({ name, status });
    }
  });

  it('are refused as keys anywhere in a spec', async () => {
    const spec = (name: string) => ({
      apiVersion: 'clusterworks.dev/v1alpha1',
      kind: 'Cluster',
      metadata: { name: 'a', owner: 'group:default/a', ...own(name) },
      spec: {
        environment: 'dev',
        region: 'eu-west-1',
        network: { vpcCidr: '10.40.0.0/16', ...own(name) },
        nodePools: [{ name: 'general', preset: 'general', ...own(name) }],
        ...own(name),
      },
      ...own(name),
    });
    for (const name of names) {
      const { status, body } = await request(backend.server)
        .post('/api/clusters/v1/render')
        .set('Authorization', mockCredentials.user.header())
        .set('Content-Type', 'application/json')
        .send(JSON.stringify({ spec: spec(name) }));
      expect({ name, status }).toEqual({ name, status: 400 });
      expect(body.error.message).not.toContain('native code');
    }
  });
});

/** An object with an own property of this name, also for `__proto__`. */
function own(name: string): object {
  return JSON.parse(JSON.stringify({ key: 1 }).replace('key', name));
}
