import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import {
  askedBy,
  listBody,
  versionBody,
  watchLine,
} from '../__testUtils__/hostile/apiBodies';
import {
  chunk,
  chunkedHead,
  http1Answer,
  onHttp1Request,
} from '../__testUtils__/hostile/http1';
import {
  frame,
  frameFlags,
  frameTypes,
  onHttp2Request,
  status200,
} from '../__testUtils__/hostile/http2Frames';
import { RawServer, rawServerCa } from '../__testUtils__/hostile/RawServer';
import { ReaderUnderTest } from '../__testUtils__/readerUnderTest';
import { waitFor } from '../__testUtils__/waitFor';
import type { ReaderLimits } from './ReaderLimits';

const node = (name: unknown, labels: object = {}) => ({
  metadata: { name, labels },
});
const nodes = (count: number) =>
  Array.from({ length: count }, (_, index) => node(`n${index}`));

interface Answers {
  version?: string | Buffer;
  list?: string | Buffer | (() => string | Buffer);
  watch?(socket: Socket): void;
  /** How long a list takes. */
  listMs?: number;
}

/** Answers honestly to all but what it is told; about nodes only. */
function serve(answers: Answers) {
  let asked = 0;
  const server = new RawServer('tcp', socket =>
    onHttp1Request(socket, path => {
      const what = askedBy(path);
      const isNodes = path.startsWith('/api/v1/nodes');
      asked += Number(isNodes);
      if (what === 'version') {
        socket.write(answers.version ?? http1Answer(versionBody));
      } else if (what === 'list') {
        const { list = http1Answer(listBody()) } = isNodes ? answers : {};
        const answer = typeof list === 'function' ? list() : list;
        setTimeout(() => socket.write(answer), isNodes ? answers.listMs : 0);
      } else {
        socket.write(chunkedHead);
        if (isNodes) {
          answers.watch?.(socket);
        }
      }
    }),
  );
  return { server, asked: () => asked };
}

async function withReader(
  answers: Answers,
  limits: Partial<ReaderLimits>,
  check: (reader: ReaderUnderTest, asked: () => number) => Promise<void>,
): Promise<void> {
  const { server, asked } = serve(answers);
  const url = await server.listen();
  const reader = new ReaderUnderTest(
    { name: 'x', url, token: 'x' },
    { limits },
  );
  try {
    await check(reader, asked);
  } finally {
    await reader.stop();
    await server.close();
  }
}

/** The chunks of a body, all of one size. */
const chunks = (bytes: Buffer, size: number) =>
  Buffer.concat(
    Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      chunk(bytes.subarray(index * size, (index + 1) * size)),
    ),
  );

const MIB = 1024 * 1024;
const bomb = gzipSync(Buffer.alloc(64 * MIB, ' '));

describe('an answer that asks for too much', () => {
  jest.setTimeout(20_000);

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
      { maxObjects: 10 },
      /^More than 10 nodes/,
    ],
    [
      'the same object again and again',
      { list: http1Answer(listBody(new Array(11).fill(node('a')))) },
      { maxObjects: 10 },
      /^More than 10 nodes/,
    ],
    [
      'objects without names again and again',
      { list: http1Answer(listBody(new Array(11).fill({}))) },
      { maxObjects: 10 },
      /^More than 10 nodes/,
    ],
    [
      'pages without end',
      { list: http1Answer(listBody([], 'more')) },
      { maxObjects: 10 },
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
      { maxObjects: 10 },
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

  it('gives the memory of facts back when a list breaks off', async () => {
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

  it('gives the memory of facts back, list after list', async () => {
    const list = http1Answer(listBody(nodes(100)));
    const watch = (socket: Socket) => {
      socket.write(chunk(watchLine({ code: 410 }, 'ERROR')));
    };
    // Two lists fit, that which is known and the next: but no third one.
    const limits = { maxFactBytes: 15_000 };
    await withReader({ list, watch }, limits, async (reader, asked) => {
      await waitFor(() => expect(asked()).toBeGreaterThan(8));
      expect(reader.names('nodes')).toHaveLength(100);
      expect(reader.source('nodes').state).toBe('ok');
    });
  });
});

describe('a server that makes us come again', () => {
  it('is not connected to all the time when it ends each connection', async () => {
    const server = new RawServer('h2', socket => {
      socket.write(frame(frameTypes.settings, 0, 0));
      onHttp2Request(socket, stream => {
        const { data, headers } = frameTypes;
        const { endHeaders, endStream } = frameFlags;
        socket.write(frame(headers, endHeaders, stream, status200));
        socket.end(frame(data, endStream, stream, Buffer.from(versionBody)));
      });
    });
    const url = await server.listen();
    const target = { name: 'x', url, ca: rawServerCa, token: 'x' };
    const reader = new ReaderUnderTest(target);
    const started = performance.now();
    try {
      await waitFor(() => expect(server.accepted).toBeGreaterThan(6));
      expect(performance.now() - started).toBeGreaterThan(2_500);
    } finally {
      await reader.stop();
      await server.close();
    }
  });

  it('is not listed all the time when it ends each watch', async () => {
    const starts: number[] = [];
    const list = () => {
      starts.push(performance.now());
      return http1Answer(listBody());
    };
    const watch = (socket: Socket) => {
      socket.write(chunk(watchLine({ code: 410 }, 'ERROR')));
    };
    await withReader({ list, watch, listMs: 300 }, {}, async () => {
      await waitFor(() => expect(starts.length).toBeGreaterThan(2));
      // A list takes 300 ms, so that there is one in a second and a half.
      expect(starts[2] - starts[0]).toBeGreaterThan(2_900);
    });
  });
});

describe('what a server says of time', () => {
  it.each(['0', '-5', '0.001', 'soon'])(
    'pauses after 429 with Retry-After: %s',
    async retryAfter => {
      const list = http1Answer('', { 'retry-after': retryAfter }, '429 Slow');
      await withReader({ list }, {}, async (reader, asked) => {
        await waitFor(() => expect(asked()).toBeGreaterThan(1));
        const started = performance.now();
        const first = asked();
        await waitFor(() => expect(asked()).toBeGreaterThan(first + 1));
        expect(performance.now() - started).toBeGreaterThan(400);
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
  ])('takes %s for a version only if it is one', async (_what, gitVersion) => {
    const version = http1Answer(JSON.stringify({ gitVersion }));
    await withReader({ version }, {}, async reader => {
      await waitFor(() => expect(reader.source('nodes').state).toBe('ok'));
      const expected = gitVersion === 'v1.35.4' ? gitVersion : undefined;
      expect(reader.facts.serverVersion).toBe(expected);
    });
  });
});
