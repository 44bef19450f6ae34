import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { waitFor } from '@clusterworks/test-support';
import {
  type Answers,
  node,
  nodes,
  withReader,
} from '../__testUtils__/hostile/answeringServer';
import {
  listBody,
  versionBody,
  watchLine,
} from '../__testUtils__/hostile/apiBodies';
import {
  chunk,
  chunkedHead,
  http1Answer,
} from '../__testUtils__/hostile/http1';
import { RawServer } from '../__testUtils__/hostile/RawServer';
import type { ReaderLimits } from './ReaderLimits';

/** The chunks of a body, all of the same size. */
const chunks = (bytes: Buffer, size: number) =>
  Buffer.concat(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      chunk(bytes.subarray(index * size, (index + 1) * size)),
    ),
  );

const MIB = 1024 * 1024;
const bomb = gzipSync(Buffer.alloc(64 * MIB, ' '));

describe('an answer that asks for too much', () => {
  it.each<[string, Answers, Partial<ReaderLimits>, RegExp]>([
    [
      'a list in pieces of one byte',
      {
        list: Buffer.concat([
          Buffer.from(chunkedHead),
          chunks(Buffer.from(listBody(nodes(1_000))), 1),
        ]),
      },
      {},
      /a few bytes at a time/,
    ],
    [
      'an event in pieces of one byte',
      {
        watch: socket => {
          socket.write(chunks(Buffer.alloc(10_000, ' '), 1));
        },
      },
      {},
      /a few bytes at a time/,
    ],
    [
      'lines without anything',
      {
        watch: socket => {
          socket.write(chunks(Buffer.alloc(10_000, '\n'), 1));
        },
      },
      {},
      /a few bytes at a time/,
    ],
    [
      'an event that does not end',
      {
        watch: socket => {
          socket.write(chunks(Buffer.alloc(3 * MIB, ' '), 1_000));
        },
      },
      { maxEventBytes: 2 * MIB },
      /A watch event exceeds its limit/,
    ],
    [
      'a small answer that grows',
      { list: http1Answer(bomb, { 'content-encoding': 'gzip' }) },
      {},
      /exceeds 32 MiB/,
    ],
    [
      'more than one cluster may send at a time',
      { list: http1Answer(Buffer.alloc(3 * MIB, ' ')) },
      { maxBytesUnderWay: 2 * MIB },
      /under way: more than 2 MiB/,
    ],
    [
      'more objects than are read',
      { list: http1Answer(listBody(nodes(11))) },
      { maxNodes: 10 },
      /^More than 10 nodes/,
    ],
    [
      'the same object again and again',
      { list: http1Answer(listBody(new Array(11).fill(node('a')))) },
      { maxNodes: 10 },
      /^More than 10 nodes/,
    ],
    [
      'objects without names again and again',
      { list: http1Answer(listBody(new Array(11).fill({}))) },
      { maxNodes: 10 },
      /^More than 10 nodes/,
    ],
    [
      'pages without end',
      { list: http1Answer(listBody([], 'more')) },
      { maxNodes: 10 },
      /The list of nodes has no end/,
    ],
    [
      'a long way to the next page',
      { list: http1Answer(listBody([], 'x'.repeat(10_000))) },
      {},
      /not what the Kubernetes API promises/,
    ],
    [
      'more objects by a watch than are read',
      {
        watch: socket => {
          nodes(11).forEach(one => socket.write(chunk(watchLine(one))));
        },
      },
      { maxNodes: 10 },
      /^More than 10 nodes/,
    ],
    [
      'more facts than are kept',
      {
        watch: socket => {
          const labels = { x: 'x'.repeat(60_000) };
          nodes(5).forEach(one =>
            socket.write(
              chunk(watchLine({ metadata: { ...one.metadata, labels } })),
            ),
          );
        },
      },
      { maxFactBytes: 200_000 },
      /^Facts about this cluster: more than 0 MiB/,
    ],
    [
      'an event about an object that is too large',
      {
        watch: socket => {
          socket.write(chunk(watchLine(node('a', { x: 'x'.repeat(70_000) }))));
        },
      },
      {},
      /larger than any that is kept/,
    ],
  ])('says so: %s', async (_what, answers, limits, reason) => {
    await withReader(answers, limits, async reader => {
      const before = process.memoryUsage();
      await waitFor(() => {
        const { state, reason: said = '' } = reader.source('nodes');
        expect(said).toMatch(reason);
        expect(state).not.toBe('ok');
        expect(reader.source('pods').state).toBe('ok');
      });
      const after = process.memoryUsage();
      expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(128 * MIB);
      expect(reader.names('nodes').length).toBeLessThanOrEqual(10);
    });
  });

  it.each<[string, unknown]>([
    ['of four million letters', 'x'.repeat(4_000_000)],
    ['longer than any that an API server accepts', 'x'.repeat(254)],
    ['that is none', { toString: 'x' }],
    ['that is empty', ''],
  ])('leaves out an object with a name %s, and counts it', async (_w, name) => {
    const list = http1Answer(listBody([node('a'), node(name), node('b')]));
    await withReader({ list }, {}, async reader => {
      await waitFor(() => expect(reader.names('nodes')).toEqual(['a', 'b']));
      expect(reader.unreadable('nodes')).toBe(1);
    });
  });

  it('leaves out an object with too many labels, and counts it', async () => {
    const labels = Object.fromEntries(
      Array.from({ length: 40_000 }, (_, index) => [`label-${index}`, '']),
    );
    const list = http1Answer(listBody([node('a', labels), node('b')]));
    await withReader({ list }, {}, async reader => {
      await waitFor(() => expect(reader.names('nodes')).toEqual(['b']));
      expect(reader.unreadable('nodes')).toBe(1);
    });
  });

  it('returns the memory of facts when a list breaks off', async () => {
    const whole = listBody(nodes(100));
    let lists = 0;
    const list = () => {
      lists += 1;
      return http1Answer(lists > 4 ? whole : `${whole.slice(0, -1)}x`);
    };
    await withReader({ list }, { maxFactBytes: 15_000 }, async reader => {
      await waitFor(() => expect(reader.names('nodes')).toHaveLength(100));
      expect(lists).toBe(5);
    });
  });

  it('returns the memory of facts after each list', async () => {
    const list = http1Answer(listBody(nodes(100)));
    const watch = (socket: Socket) => {
      socket.write(chunk(watchLine({ code: 410 }, 'ERROR')));
    };
    // The memory suffices for two lists, the known one and the next, but not
    // for a third.
    const limits = { maxFactBytes: 15_000 };
    await withReader({ list, watch }, limits, async (reader, asked) => {
      await waitFor(() => expect(asked()).toBeGreaterThan(8));
      expect(reader.names('nodes')).toHaveLength(100);
      expect(reader.source('nodes').state).toBe('ok');
    });
  });
});

describe('times in answers of a server', () => {
  it.each(['0', '-5', '0.001', 'soon'])(
    'pauses after 429 with Retry-After: %s',
    async retryAfter => {
      const starts: number[] = [];
      const list = () => {
        starts.push(performance.now());
        return http1Answer('', { 'retry-after': retryAfter }, '429 Slow');
      };
      await withReader({ list }, {}, async reader => {
        await waitFor(() => expect(starts.length).toBeGreaterThan(3));
        expect(starts[3] - starts[1]).toBeGreaterThan(400);
        expect(reader.source('nodes').reason).toMatch(/^429/);
      });
    },
  );

  it.each([
    ['Sat, 13 Sep 275760 00:00:00 GMT', 0, true],
    ['Mon, 01 Jan 0001 00:00:00 GMT', 0, true],
    ['tomorrow', 0, true],
    ['ten minutes more', 600_000, false],
  ])(
    'believes a clock that says %s only if it may',
    async (says, skew, refused) => {
      const date = skew ? new Date(Date.now() + skew).toUTCString() : says;
      const version = http1Answer(versionBody, { date });
      const list = http1Answer(listBody(nodes(1)), { date });
      await withReader({ version, list }, {}, async reader => {
        await waitFor(() => expect(reader.names('nodes')).toEqual(['n0']));
        const { clockSkewMs, clockRefused } = reader.facts;
        expect(Math.abs(clockSkewMs - skew)).toBeLessThan(5_000);
        expect(clockRefused ?? false).toBe(refused);
      });
    },
  );

  it.each([
    ['a version', 'v1.35.4'],
    ['nothing', ''],
    ['very much', `v1${'x'.repeat(1_000)}`],
    ['markup', 'v1<b>'],
    ['two lines', 'v1\n2'],
    ['a number', 35],
    ['null', null],
    ['an object', {}],
  ])(
    'accepts %s as a version only if it is valid',
    async (_what, gitVersion) => {
      const version = http1Answer(JSON.stringify({ gitVersion }));
      await withReader({ version }, {}, async reader => {
        await waitFor(() => expect(reader.source('nodes').state).toBe('ok'));
        const expected = gitVersion === 'v1.35.4' ? gitVersion : undefined;
        expect(reader.facts.serverVersion).toBe(expected);
      });
    },
  );
});

describe('a server that redirects us', () => {
  it.each(['301 Moved', '302 Found', '307 Temporary', '308 Permanent'])(
    'is not followed: %s',
    async status => {
      let drawn = 0;
      const elsewhere = new RawServer('tcp', socket => {
        drawn += 1;
        socket.destroy();
      });
      const location = await elsewhere.listen();
      const list = http1Answer('', { location }, status);
      try {
        await withReader({ list }, {}, async (reader, asked) => {
          await waitFor(() => expect(asked()).toBeGreaterThan(1));
          expect(reader.source('nodes').reason).toMatch(status.slice(0, 3));
          // A redirect must not make us send our token to another server.
          expect(drawn).toBe(0);
        });
      } finally {
        await elsewhere.close();
      }
    },
  );
});
