import { ClustersClient } from './ClustersClient';

const fleet = {
  revision: 7,
  totals: { clusters: 0, critical: 0, degraded: 0, unknown: 0, healthy: 0 },
  items: [],
};

function clientAnswering(answer: (request: Request) => Response) {
  const requests: Request[] = [];
  const client = new ClustersClient({
    discoveryApi: { getBaseUrl: async id => `http://backend/api/${id}` },
    fetchApi: {
      fetch: async (input, init) => {
        const request = new Request(input as string, init);
        requests.push(request);
        return answer(request);
      },
    },
  });
  return { client, requests };
}

describe('ClustersClient', () => {
  it('asks with a query, and gives the same object for a 304', async () => {
    const { client, requests } = clientAnswering(request =>
      request.headers.get('if-none-match') === '"7"'
        ? new Response(null, { status: 304 })
        : Response.json(fleet, { headers: { etag: '"7"' } }),
    );
    const query = { filter: 'env:prod cilium:<1.18', limit: 50 };
    const first = await client.getFleet(query, { token: 'a' });
    const second = await client.getFleet(query, { token: 'a' });
    expect(second).toBe(first);
    expect(requests[0].url).toBe(
      'http://backend/api/clusters/v1/fleet?filter=env%3Aprod+cilium%3A%3C1.18&limit=50',
    );
    expect(requests[0].headers.get('authorization')).toBe('Bearer a');
  });

  it('does not reuse the answer of another caller', async () => {
    const { client, requests } = clientAnswering(() =>
      Response.json(fleet, { headers: { etag: '"7"' } }),
    );
    await client.getFleet({}, { token: 'a' });
    await client.getFleet({}, { token: 'b' });
    expect(requests[1].headers.get('if-none-match')).toBeNull();
  });

  describe('with an answer that has a version', () => {
    const whole = (version: string) => ({ ...fleet, version });
    const changes = (since: string) => ({ since, parts: [] });

    const bad = (request: Request) =>
      request.url.includes('since')
        ? Response.json({ error: { message: 'Unknown' } }, { status: 400 })
        : Response.json(whole('one'));

    it.each<[string, (request: Request) => Response]>([
      ['of an older backend, which refuses it', bad],
      [
        'with changes of something else',
        ({ url }) =>
          Response.json(
            url.includes('since')
              ? { ...whole('two'), changes: changes('zero') }
              : whole('one'),
          ),
      ],
      [
        'with parts that are not there',
        ({ url }) =>
          Response.json(
            url.includes('since')
              ? {
                  ...whole('two'),
                  changes: { since: 'one', parts: [{ from: 5, count: 3 }] },
                }
              : whole('one'),
          ),
      ],
    ])('asks for all after an answer %s', async (_, answer) => {
      const { client, requests } = clientAnswering(answer);
      await client.getFleet({ limit: 5 });
      expect(await client.getFleet({ limit: 5 })).toEqual(whole('one'));
      expect(requests.map(({ url }) => new URL(url).search)).toEqual([
        '?limit=5',
        '?limit=5&since=one',
        '?limit=5',
      ]);
    });

    it('asks for changes, also without an ETag', async () => {
      const { client, requests } = clientAnswering(({ url }) =>
        Response.json(
          url.includes('since')
            ? { ...whole('two'), revision: 8, changes: changes('one') }
            : whole('one'),
        ),
      );
      await client.getFleet();
      const second = await client.getFleet();
      expect(second).toEqual({ ...whole('two'), revision: 8 });
      expect(requests).toHaveLength(2);
    });
  });

  it('throws the typed error of the backend', async () => {
    const { client } = clientAnswering(() =>
      Response.json(
        {
          error: { name: 'NotFoundError', message: 'No cluster "x"' },
          response: { statusCode: 404 },
        },
        { status: 404 },
      ),
    );
    await expect(client.getCluster('x')).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { name: 'NotFoundError', message: 'No cluster "x"' },
    });
  });

  it('refuses an answer that does not fit the schema', async () => {
    const { client } = clientAnswering(() => Response.json({ items: 3 }));
    await expect(client.getFleet()).rejects.toThrow();
  });
});
