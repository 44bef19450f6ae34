import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import {
  clusterVerdictEventSchema,
  webhooksResponseSchema,
} from '@clusterworks/plugin-clusters-common';
import { freePort, waitFor } from '@clusterworks/test-support';
import request from 'supertest';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import {
  startClustersBackend,
  testAwsKeys,
} from '../__testUtils__/startClustersBackend';
import { WebhookReceiver } from '../__testUtils__/WebhookReceiver';

const page = readFileSync(
  path.resolve(__dirname, '../../../../docs/operate/webhooks.md'),
  'utf8',
);
const secret = `whsec_${randomBytes(32).toString('base64')}`;

/** The receiver that the page shows, as a process. */
async function startDocumentedReceiver() {
  const [, code] = /```js\n\/\/ receiver\.mjs\n([\s\S]*?)```/.exec(page)!;
  const folder = mkdtempSync(path.join(tmpdir(), 'clusterworks-receiver-'));
  const file = path.join(folder, 'receiver.mjs');
  writeFileSync(file, code);
  const port = await freePort();
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, WEBHOOK_SECRET: secret, PORT: String(port) },
  });
  let output = '';
  child.stdout.on('data', data => (output += data));
  child.stderr.on('data', data => (output += data));
  const url = `http://127.0.0.1:${port}/`;
  await waitFor(async () => {
    assert.equal((await fetch(url, { method: 'POST' })).status, 401);
  });
  return {
    url,
    output: () => output,
    stop() {
      child.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

describe('webhooks of a backend', () => {
  let cluster: SimulatedCluster;
  let siem: WebhookReceiver;
  let documented: Awaited<ReturnType<typeof startDocumentedReceiver>>;
  let backend: Awaited<ReturnType<typeof startClustersBackend>>;

  beforeAll(async () => {
    const roleArn = 'arn:aws:iam::123456789012:role/backstage';
    cluster = await startSimulatedCluster({
      id: 'reachable',
      auth: {
        ...{ type: 'eks', keys: testAwsKeys, roleArn },
        groups: ['clusterworks:readers'],
      },
      objects: [{ apiVersion: 'v1', kind: 'Node', metadata: { name: 'n' } }],
    });
    siem = await WebhookReceiver.start();
    siem.answer = () => 400;
    documented = await startDocumentedReceiver();
    backend = await startClustersBackend({
      entities: [clusterEntity('reachable', cluster)],
      config: {
        clusters: {
          guard: { allowedApiServerHosts: ['127.0.0.1'] },
          webhooks: [
            {
              ...{ name: 'siem', url: siem.url, secret },
              dangerouslyAllowHttp: true,
            },
            {
              ...{ name: 'documented', url: documented.url, secret },
              dangerouslyAllowHttp: true,
            },
          ],
        },
      },
    });
  });

  afterAll(async () => {
    await backend?.stop();
    documented?.stop();
    await siem?.stop();
    await cluster?.stop();
  });

  const list = async () => {
    const { status, body } = await request(backend.server)
      .get('/api/clusters/v1/webhooks')
      .set('Authorization', mockCredentials.user.header());
    assert.equal(status, 200, JSON.stringify(body));
    return webhooksResponseSchema.parse(body).items;
  };

  const redeliver = (name: string) =>
    request(backend.server)
      .post(`/api/clusters/v1/webhooks/${name}/redeliver`)
      .set('Authorization', mockCredentials.user.header());

  it('reach the receiver of the documentation, which refuses others', async () => {
    await waitFor(() => {
      assert.match(documented.output(), /^reachable: new -> \w+\n/);
    });
    const timestamp = new Date();
    const forged = '{"data":{"cluster":"forged"}}';
    const headersOf = (key: string, at = timestamp) => ({
      'webhook-id': 'forged',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new StandardWebhook(key).sign('forged', at, forged),
    });
    const post = async (headers: Record<string, string>, body = forged) => {
      const answer = await fetch(documented.url, {
        ...{ method: 'POST', headers, body },
      });
      return answer.status;
    };
    const other = `whsec_${randomBytes(32).toString('base64')}`;
    const old = new Date(timestamp.getTime() - 301_000);
    expect(await post(headersOf(other))).toBe(401);
    expect(await post(headersOf(secret, old))).toBe(401);
    expect(await post(headersOf(secret), `${forged} `)).toBe(401);
    expect(documented.output()).not.toContain('forged');
    expect(await post(headersOf(secret))).toBe(204);
    expect(await post(headersOf(secret))).toBe(204);
    await waitFor(() => {
      assert.match(documented.output(), /forged: new -> undefined/);
    });
    expect(documented.output().match(/forged/g)).toHaveLength(1);
  });

  it('that are refused are listed, and sent again on request', async () => {
    await waitFor(async () => {
      const [{ dead }] = await list();
      assert.ok(dead > 0);
    });
    const [refused] = await list();
    expect(refused).toMatchObject({
      name: 'siem',
      deadMessages: expect.arrayContaining([
        expect.objectContaining({
          ...{ cluster: 'reachable', reason: 'answered 400', attempts: 1 },
        }),
      ]),
    });
    expect(JSON.stringify(await list())).not.toContain('opens-the-door');

    siem.answer = () => 204;
    const ids = new Set(refused.deadMessages.map(({ id }) => id));
    const { status, body } = await redeliver('siem');
    expect(status).toBe(200);
    expect(body.redelivered).toBeGreaterThanOrEqual(ids.size);
    await waitFor(async () => {
      const [{ dead, waiting }] = await list();
      assert.deepEqual([dead, waiting], [0, 0]);
    });
    const again = siem.messages.slice(-body.redelivered);
    expect(again.map(({ headers }) => headers['webhook-id'])).toEqual(
      expect.arrayContaining([...ids]),
    );
    expect((await redeliver('none')).status).toBe(404);
  });

  it('have the form that the page shows', () => {
    const [, text] = /```json\n([\s\S]*?)```/.exec(page)!;
    const shown = JSON.parse(text);
    expect(clusterVerdictEventSchema.strict().parse(shown.data)).toEqual(
      shown.data,
    );
    const sent = JSON.parse(siem.messages[0].body);
    expect(Object.keys(sent)).toEqual(Object.keys(shown));
    expect(sent.type).toBe(shown.type);
    for (const name of Object.keys(sent.data)) {
      expect(page).toContain(`"${name}"`);
    }
  });
});
