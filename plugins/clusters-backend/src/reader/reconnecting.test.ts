import type { Socket } from 'node:net';
import { waitFor } from '@clusterworks/test-support';
import { withReader } from '../__testUtils__/hostile/answeringServer';
import {
  listBody,
  versionBody,
  watchLine,
} from '../__testUtils__/hostile/apiBodies';
import { chunk, http1Answer } from '../__testUtils__/hostile/http1';
import {
  frame,
  frameFlags,
  frameTypes,
  onHttp2Request,
  status200,
} from '../__testUtils__/hostile/http2Frames';
import { RawServer, rawServerCa } from '../__testUtils__/hostile/RawServer';
import { ReaderUnderTest } from '../__testUtils__/readerUnderTest';

describe('a server that makes us reconnect', () => {
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
      // A list of 300 ms and the pause after it take a second and a half.
      expect(starts[2] - starts[0]).toBeGreaterThan(2_900);
    });
  });
});
