import type { Socket } from 'node:net';
import type { ReaderLimits } from '../../reader/ReaderLimits';
import { ReaderUnderTest } from '../readerUnderTest';
import { askedBy, listBody, versionBody } from './apiBodies';
import { chunkedHead, http1Answer, onHttp1Request } from './http1';
import { RawServer } from './RawServer';

/** A Node with only a name and labels. */
export const node = (name: unknown, labels: object = {}) => ({
  metadata: { name, labels },
});
/** Nodes `n0`, `n1` and so on. */
export const nodes = (count: number) =>
  Array.from({ length: count }, (_, index) => node(`n${index}`));

/** What the server answers about nodes. */
export interface Answers {
  version?: string | Buffer;
  list?: string | Buffer | (() => string | Buffer);
  watch?(socket: Socket): void;
  /** How long the server takes to answer a list. */
  listMs?: number;
}

/**
 * A server that answers normally except where the test says otherwise; about
 * nodes only.
 */
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

/** Checks a reader that reads a server with such answers. */
export async function withReader(
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
