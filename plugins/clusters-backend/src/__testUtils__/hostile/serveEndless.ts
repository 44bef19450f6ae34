import type { Socket } from 'node:net';
import { sickCluster } from '@clusterworks/kube-fixtures';
import { askedBy, listBody, versionBody } from './apiBodies';
import { forever } from './Attack';
import { chunk, chunkedHead, http1Answer, onHttp1Request } from './http1';
import { RawServer } from './RawServer';

const objects: Record<string, { metadata?: object }[]> = sickCluster(8, 24);
/** Objects sent at once: together they fill a few TCP segments. */
const AT_ONCE = 20;
const LIST_HEAD = '{"kind":"List","metadata":{"resourceVersion":"1"},"items":[';

/** Makes any number of objects of a kind, each with a new name. */
function objectsOf(path: string): () => string {
  const plural = path.split('?')[0].split('/').at(-1) ?? '';
  const [template = {}] = objects[plural] ?? [];
  const text = JSON.stringify({
    ...template,
    metadata: { ...template.metadata, name: '@' },
  });
  let made = 0;
  return () => {
    made += 1;
    return text.replace('"@"', `"x${made}"`);
  };
}

/** Returns the bytes of a text so that each is sent as a piece of its own. */
function oneByOne(text: string): Buffer {
  return Buffer.concat(
    [...Buffer.from(text)].map(byte => chunk(String.fromCharCode(byte))),
  );
}

/** The kinds of endless answers, by name. */
const endless: Record<string, (socket: Socket, path: string) => () => void> = {
  /** One page that has no end. */
  items(socket, path) {
    const next = objectsOf(path);
    socket.write(`${chunkedHead}${chunk(LIST_HEAD)}`);
    return foreverNew(socket, () => chunk(`${next()},`.repeat(AT_ONCE)));
  },
  /** One page without an end, in pieces of one byte each. */
  bytes(socket, path) {
    const next = objectsOf(path);
    socket.write(`${chunkedHead}${chunk(LIST_HEAD)}`);
    return forever(socket, oneByOne(`${next()},`));
  },
  /** One page after the other, without a last one. */
  pages(socket, path) {
    const next = objectsOf(path);
    const items = Array.from({ length: 200 }, () => JSON.parse(next()));
    socket.write(http1Answer(listBody(items, 'more')));
    return () => {};
  },
  /** New objects, as lines of a watch. */
  events(socket, path) {
    const next = objectsOf(path);
    socket.write(chunkedHead);
    return foreverNew(socket, () =>
      chunk(
        Array.from(
          { length: AT_ONCE },
          () => `{"type":"ADDED","object":${next()}}\n`,
        ).join(''),
      ),
    );
  },
  /** A line of a watch without an end, in pieces of one byte each. */
  line(socket) {
    socket.write(`${chunkedHead}${chunk('{"type":"ADDED","object":{"x":"')}`);
    return forever(socket, oneByOne('x'.repeat(200)));
  },
};

/** Sends newly made data each time, as fast as the other side reads. */
function foreverNew(socket: Socket, make: () => Buffer | string): () => void {
  let going = true;
  const send = () => {
    while (going && !socket.destroyed && socket.write(make())) {
      // Write until the socket's buffer is full.
    }
    if (going && !socket.destroyed) {
      socket.once('drain', send);
    }
  };
  send();
  return () => {
    going = false;
  };
}

/** The names of the kinds of endless answers. */
export const endlessSorts = Object.keys(endless);

const TO_WATCH = new Set(['events', 'line']);

/** Starts a server that sends one kind of endless answer. */
export function serveEndless(sort: string): RawServer {
  return new RawServer('tcp', socket =>
    onHttp1Request(socket, path => {
      const asked = askedBy(path);
      if (asked === 'version') {
        socket.write(http1Answer(versionBody));
      } else if (asked === (TO_WATCH.has(sort) ? 'watch' : 'list')) {
        socket.once('close', endless[sort](socket, path));
      } else if (asked === 'list') {
        socket.write(http1Answer(listBody()));
      } else {
        socket.write(chunkedHead);
      }
    }),
  );
}
