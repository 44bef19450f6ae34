import { randomBytes } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import { Webhook as StandardWebhook } from 'standardwebhooks';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { freePort } from '@clusterworks/test-support';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { WebhookReceiver } from '../__testUtils__/WebhookReceiver';
import { WriteMonitor } from '../database/WriteMonitor';
import { FleetStore } from '../fleet/FleetStore';
import { MessageBacklog } from './MessageBacklog';
import { parseWebhooks } from './parseWebhooks';
import { WebhookRecorder } from './WebhookRecorder';
import { WebhookSender } from './WebhookSender';
import { WebhookStore } from './WebhookStore';

const HOUR = 3_600_000;
const secretOf = () => `whsec_${randomBytes(32).toString('base64')}`;
const secret = secretOf();
const previousSecret = secretOf();

onEachDatabase('webhooks', database => {
  const logger = mockServices.logger.mock();
  const senders: WebhookSender[] = [];
  let receiver: WebhookReceiver;
  let fleet: FleetStore;
  let now: number;
  let closedPort: number;

  beforeAll(async () => {
    closedPort = await freePort();
  });

  beforeEach(async () => {
    await database()('webhook_messages').delete();
    jest.clearAllMocks();
    receiver = await WebhookReceiver.start();
    fleet = new FleetStore();
    now = Date.now();
  });

  afterEach(async () => {
    await Promise.all(senders.splice(0).map(sender => sender.stop()));
    await receiver.stop();
  });

  const store = () =>
    new WebhookStore(database(), { databaseTime: async () => now });

  const backlog = () => new MessageBacklog(database(), async () => now);

  /** The parts of one backend. */
  function backend(
    options: { name?: string; url?: string; answerMs?: number } = {},
  ) {
    const { name = 'siem', url = receiver.url, answerMs = 5_000 } = options;
    const [webhook] = parseWebhooks([
      { name, url, secret, previousSecret, dangerouslyAllowHttp: true },
    ]);
    const sender = new WebhookSender({
      ...{ webhook, logger, answerMs, now: () => now },
      ...{ store: store(), backlog: backlog() },
    });
    senders.push(sender);
    const recorder = new WebhookRecorder({
      ...{ fleet, store: store(), webhooks: [name], now: () => now },
      monitor: new WriteMonitor(logger, 'messages'),
    });
    return { sender, recorder };
  }

  function show(name: string, change: Partial<FleetRow> = {}) {
    return fleet.put(knownCluster(name), {
      row: { ...fleetRow(name), ...change },
      assessment: undefined,
      view: undefined,
    });
  }

  /** Three changes of one cluster. */
  const changes = (name: string) => [
    show(name).revision,
    show(name, { verdict: 'degraded' }).revision,
    show(name, { verdict: 'critical' }).revision,
  ];

  const logged = () =>
    JSON.stringify([
      logger.info.mock.calls,
      logger.warn.mock.calls,
      logger.error.mock.calls,
    ]);

  it('deliver changes in order, signed for the key and the one before', async () => {
    const { sender, recorder } = backend();
    const revisions = changes('x');
    await recorder.save();
    await sender.run();

    expect(receiver.events.map(({ revision }) => revision)).toEqual(revisions);
    for (const { headers, body } of receiver.messages) {
      for (const key of [secret, previousSecret]) {
        const event = new StandardWebhook(key).verify(body, headers);
        expect(event).toEqual({
          type: 'clusters.verdict',
          timestamp: new Date(now).toISOString(),
          data: expect.objectContaining({ version: 1, cluster: 'x' }),
        });
      }
      const other = new StandardWebhook(secretOf());
      expect(() => other.verify(body, headers)).toThrow(/No matching/);
      const ours = new StandardWebhook(secret);
      expect(() => ours.verify(`${body} `, headers)).toThrow(/No matching/);
    }
    expect(await backlog().counts('siem')).toMatchObject({
      waiting: 0,
      dead: 0,
    });
    await sender.run();
    expect(receiver.messages).toHaveLength(3);
  });

  it('say nothing of what was never saved, and everything after', async () => {
    const { sender, recorder } = backend();
    show('x');
    await sender.run();
    expect(receiver.messages).toEqual([]);
    await recorder.flush();
    await sender.run();
    expect(receiver.messages).toHaveLength(1);
  });

  it('send again after failures, under the same id, later each time', async () => {
    const { sender, recorder } = backend();
    const revisions = changes('x');
    await recorder.save();
    receiver.answer = () => (receiver.messages.length < 3 ? 500 : 200);
    await sender.run();
    expect(receiver.messages).toHaveLength(1);
    now += 4_000;
    await sender.run();
    expect(receiver.messages).toHaveLength(1);
    now += 3_000;
    await sender.run();
    expect(receiver.messages).toHaveLength(2);
    now += 29_000;
    await sender.run();
    expect(receiver.messages).toHaveLength(2);
    now += 8_000;
    await sender.run();

    const [first, second, third] = receiver.messages;
    const idOf = (message = first) => message.headers['webhook-id'];
    expect([idOf(second), idOf(third)]).toEqual([idOf(), idOf()]);
    const timeOf = (message = first) => message.headers['webhook-timestamp'];
    expect(Number(timeOf(second))).toBeGreaterThan(Number(timeOf()));
    // The later messages waited for the first one.
    expect(receiver.events.slice(2).map(({ revision }) => revision)).toEqual(
      revisions,
    );
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logged()).toContain('answered 500');
    expect(logged()).toContain('accepts messages again');
  });

  it('let no cluster wait for another one', async () => {
    const { sender, recorder } = backend();
    changes('bad');
    changes('good');
    await recorder.save();
    receiver.answer = ({ body }) =>
      JSON.parse(body).data.cluster === 'bad' ? 503 : 200;
    for (let turn = 0; turn < 10; turn += 1) {
      await sender.run();
      // Beyond the pause of the receiver, below that of the message.
      now += 400;
    }
    const of = (name: string) =>
      receiver.events.filter(({ cluster }) => cluster === name);
    expect(of('good').map(({ verdict }) => verdict)).toEqual([
      'healthy',
      'degraded',
      'critical',
    ]);
    expect(of('bad')).toHaveLength(1);
  });

  it.each<[string, () => { url?: string; answerMs?: number }, RegExp]>([
    [
      'a receiver that never answers',
      () => {
        receiver.answer = () => 'hang';
        return { answerMs: 200 };
      },
      /no answer within 200 ms/,
    ],
    [
      'a port where nobody listens',
      () => ({ url: `http://127.0.0.1:${closedPort}/opens-the-door` }),
      /no connection: ECONNREFUSED/,
    ],
    [
      'a redirect, which is not followed',
      () => {
        receiver.answer = ({ path }) =>
          path === '/elsewhere'
            ? 200
            : {
                status: 307,
                location: `${new URL(receiver.url).origin}/elsewhere`,
              };
        return {};
      },
      /answered 307/,
    ],
  ])('wait for %s', async (_what, prepare, reason) => {
    const { sender, recorder } = backend(prepare());
    show('x');
    await recorder.save();
    const begin = performance.now();
    await sender.run();
    expect(performance.now() - begin).toBeLessThan(4_000);
    expect(await backlog().counts('siem')).toMatchObject({
      waiting: 1,
      dead: 0,
    });
    expect(receiver.messages.map(({ path }) => path)).not.toContain(
      '/elsewhere',
    );
    expect(logged()).toMatch(reason);
    expect(logged()).not.toContain('opens-the-door');
    expect(logged()).not.toContain(secret);
  });

  it('give a message up that is refused, and go on with the next', async () => {
    const { sender, recorder } = backend();
    const [first, second, third] = changes('x');
    await recorder.save();
    receiver.answer = ({ body }) =>
      JSON.parse(body).data.revision === second ? 422 : 200;
    await sender.run();
    expect(receiver.events.map(({ revision }) => revision)).toEqual([
      ...[first, second, third],
    ]);
    const [, refused] = receiver.messages;
    expect(await backlog().dead('siem', 10)).toEqual([
      {
        id: refused.headers['webhook-id'],
        ...{ cluster: 'x', createdAt: now, deadAt: now, attempts: 1 },
        reason: 'answered 422',
      },
    ]);

    // An operator mends the receiver, and has them sent again.
    receiver.answer = () => 200;
    expect(await backlog().revive('siem')).toBe(1);
    await sender.run();
    expect(receiver.messages.at(-1)?.headers['webhook-id']).toBe(
      refused.headers['webhook-id'],
    );
    expect(await backlog().counts('siem')).toMatchObject({
      waiting: 0,
      dead: 0,
    });
  });

  it('give a message up that fails for a day, and not before', async () => {
    const { sender, recorder } = backend();
    show('x');
    await recorder.save();
    receiver.answer = () => 500;
    const until = now + 24 * HOUR;
    while (now < until) {
      await sender.run();
      expect((await backlog().counts('siem')).dead).toBe(0);
      now += HOUR / 4;
    }
    now += 2 * HOUR;
    await sender.run();
    expect(await backlog().dead('siem', 10)).toMatchObject([
      { cluster: 'x', reason: 'answered 500' },
    ]);
    // No more often than once an hour in the end.
    expect(receiver.messages.length).toBeLessThan(35);
    now += HOUR;
    await sender.run();
    expect(sender.counts).toMatchObject({ waiting: 0, dead: 1 });
    expect(logged()).toContain(
      'Messages of the webhook siem were given up: 1, the last because: answered 500',
    );
  });

  it('survive a crash during an attempt', async () => {
    const { recorder } = backend();
    show('x');
    await recorder.save();
    // This backend claims the message, and is gone.
    const [message] = await store().due('siem', 1);
    expect(await store().claim(message)).toBe(true);

    const { sender } = backend();
    now += 59_000;
    await sender.run();
    expect(receiver.messages).toHaveLength(0);
    now += 2_000;
    await sender.run();
    expect(receiver.messages).toHaveLength(1);
  });

  it('end an attempt at a stop, after which it is made at once', async () => {
    const { sender, recorder } = backend({ answerMs: 60_000 });
    show('x');
    await recorder.save();
    const arrived = new Promise<void>(resolve => {
      receiver.answer = () => {
        resolve();
        return 'hang';
      };
    });
    const running = sender.run();
    await arrived;
    await sender.stop();
    await running;
    receiver.answer = () => 200;
    await backend().sender.run();
    expect(receiver.messages).toHaveLength(2);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('are sent by one of several backends', async () => {
    const { recorder } = backend();
    const names = Array.from({ length: 12 }, (_, index) => `c${index}`);
    const revisions = new Map(names.map(name => [name, changes(name)]));
    await recorder.save();
    const replicas = Array.from({ length: 4 }, () => backend().sender);
    while ((await backlog().counts('siem')).waiting > 0) {
      await Promise.all(replicas.map(sender => sender.run()));
    }
    expect(receiver.messages).toHaveLength(36);
    for (const [name, expected] of revisions) {
      const events = receiver.events.filter(({ cluster }) => cluster === name);
      expect(events.map(({ revision }) => revision)).toEqual(expected);
    }
  });

  it('keep a bounded number of messages', async () => {
    const { recorder } = backend();
    changes('x');
    changes('y');
    await recorder.save();
    const most = { waiting: 4, dead: 1 };
    expect(await backlog().limit('siem', most)).toBe(2);
    expect(await backlog().counts('siem')).toMatchObject(most);
    expect(await backlog().limit('siem', most)).toBe(0);
    expect(await backlog().counts('siem')).toMatchObject(most);
    expect(await backlog().limit('other', { waiting: 0, dead: 0 })).toBe(0);
  });
});
