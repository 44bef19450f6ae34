import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import emailModule from '@backstage/plugin-notifications-backend-module-email';
import { nodeClass, nodePool } from '@clusterworks/kube-fixtures';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import { waitFor } from '@clusterworks/test-support';
import { SMTPServer } from 'smtp-server';
import { parse } from 'yaml';
import { clusterEntity } from './__testUtils__/clusterEntity';
import {
  startClustersBackend,
  testAwsKeys,
} from './__testUtils__/startClustersBackend';

const page = readFileSync(
  path.resolve(__dirname, '../../../docs/use/notifications.md'),
  'utf8',
);

/** The configuration that the page shows, for a server of this machine. */
function documentedConfig(port: number) {
  const [, text] = /```yaml\n# app-config\.yaml\n([\s\S]*?)```/.exec(page)!;
  const { processors } = parse(text).notifications;
  const { email } = processors;
  const { username, password, ...transportConfig } = email.transportConfig;
  expect([username, password]).toEqual([
    '${SMTP_USERNAME}',
    '${SMTP_PASSWORD}',
  ]);
  const local = { hostname: '127.0.0.1', port };
  return {
    processors: {
      email: { ...email, transportConfig: { ...transportConfig, ...local } },
    },
  };
}

interface Mail {
  from: string;
  to: string[];
  text: string;
}

/** A mail server that keeps what it gets. */
async function startMailServer() {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, { envelope }, done) {
      let text = '';
      for await (const chunk of stream.setEncoding('utf8')) {
        text += chunk;
      }
      const { mailFrom, rcptTo } = envelope;
      mails.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        // Long lines are wrapped for the transport.
        text: text.replace(/=\r\n|\r\n /g, '').replaceAll('=3D', '='),
      });
      done();
    },
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    ...{ mails, port },
    stop: () => new Promise<void>(resolve => server.close(() => resolve())),
  };
}

function user(name: string, profile: { email?: string }) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name, namespace: 'default' },
    spec: { profile },
    relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
  };
}

describe('notifications by mail', () => {
  let cluster: SimulatedCluster;
  let mailServer: Awaited<ReturnType<typeof startMailServer>>;
  let backend: Awaited<ReturnType<typeof startClustersBackend>>;

  beforeAll(async () => {
    cluster = await startSimulatedCluster({
      id: 'x',
      auth: {
        type: 'eks',
        keys: testAwsKeys,
        groups: ['clusterworks:readers'],
      },
      objects: [
        {
          apiVersion: 'v1',
          kind: 'Node',
          metadata: { name: 'n', creationTimestamp: '2026-01-01T00:00:00Z' },
        },
      ],
    });
    mailServer = await startMailServer();
    const group = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'payments', namespace: 'default' },
      spec: {},
      relations: ['ada', 'bob'].map(name => ({
        type: 'hasMember',
        targetRef: `user:default/${name}`,
      })),
    };
    backend = await startClustersBackend({
      entities: [
        user('ada', { email: 'ada@example.com' }),
        ...[user('bob', {}), group],
        clusterEntity('x', { ...cluster, owner: 'group:default/payments' }),
      ],
      features: [notificationsPlugin, emailModule],
      config: {
        app: { baseUrl: 'https://portal.example.com' },
        notifications: documentedConfig(mailServer.port),
        clusters: {
          guard: { allowedApiServerHosts: ['127.0.0.1'] },
          reader: { judge: { seconds: 1 } },
          notifications: { confirm: { seconds: 1 }, resolve: { seconds: 1 } },
        },
      },
    });
  });

  afterAll(async () => {
    await backend?.server.stop();
    await mailServer?.stop();
    await cluster?.stop();
  });

  it('reach members with an address, with a link to the finding', async () => {
    const mailsOf = (subject: RegExp) =>
      mailServer.mails.filter(({ text }) => subject.test(text));
    await waitFor(() => {
      expect(mailsOf(/^Subject: x: .*Karpenter/m)).toHaveLength(1);
    });
    const [mail] = mailsOf(/^Subject: x: .*Karpenter/m);
    expect(mail).toMatchObject({
      from: 'portal@example.com',
      to: ['ada@example.com'],
    });
    expect(mail.text).toMatch(
      /<a href="https:\/\/portal\.example\.com\/catalog\/default\/resource\/x\/findings\?open=[^"]+">/,
    );

    cluster.apply(nodePool('general') as never);
    cluster.apply(nodeClass('general') as never);
    await waitFor(() => {
      expect(mailsOf(/^Subject: Resolved: x: .*Karpenter/m)).toMatchObject([
        { to: ['ada@example.com'] },
      ]);
    });
  });
});
