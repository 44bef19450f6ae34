import { ClusterConnection } from './ClusterConnection';
import { createReaderGates } from './ReaderGates';
import { defaultReaderLimits } from './ReaderLimits';

function connection(): ClusterConnection {
  return new ClusterConnection({
    target: {
      name: 'x',
      url: 'https://127.0.0.1:9',
      credentials: {
        // No credentials are available, so no connection is ever opened.
        get: () => new Promise(() => {}),
        invalidate: () => {},
      },
    } as never,
    client: {} as never,
    limits: defaultReaderLimits,
    gates: createReaderGates({ connections: 1, pages: 1 }),
    onChange: () => {},
  });
}

describe('ClusterConnection', () => {
  const waits = new AbortController();

  it('makes nobody wait once it is stopped', async () => {
    const stopped = connection();
    stopped.stop();
    await expect(stopped.acquire(waits.signal)).rejects.toThrow(
      'The connection was closed',
    );
  });

  it('rejects those who wait when it is stopped', async () => {
    const stopped = connection();
    const waiting = stopped.acquire(waits.signal);
    stopped.stop();
    await expect(waiting).rejects.toThrow('The connection was closed');
  });
});
