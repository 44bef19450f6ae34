import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { longestTurn, smallSpec } from '@clusterworks/test-support';
import { largestSpec } from '../__testUtils__/specs';
import { RenderThread, type RenderThreadOptions } from './RenderThread';

const threads: RenderThread[] = [];

// Starting a thread can take long while other tests use the same core.
function startThread(options: RenderThreadOptions = {}): RenderThread {
  const thread = new RenderThread({ deadlineMs: 60_000, ...options });
  threads.push(thread);
  return thread;
}

/** Lists nested deeper than a structured clone can copy. */
function nested(depth: number): unknown {
  let value: unknown[] = [];
  for (let level = 0; level < depth; level += 1) {
    value = [value];
  }
  return value;
}

describe('RenderThread', () => {
  afterAll(() => Promise.all(threads.map(thread => thread.stop())));

  it('renders a spec, or reports all of its problems', async () => {
    const thread = startThread();
    const today = '2026-07-01';
    expect(await thread.render(smallSpec, { today })).toEqual(
      renderCluster(parseClusterSpec(smallSpec), { today }),
    );
    const refused = thread.render({ kind: 'Cluster' });
    await expect(refused).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/apiVersion[^]*metadata/),
    });
  });

  it.each<[string, unknown]>([
    ['lists in lists', nested(60_000)],
    ['nothing', undefined],
  ])('refuses %s in words', async (_, spec) => {
    await expect(startThread().render(spec)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('The cluster spec has'),
    });
  });

  it('passes the previous files to the renderer', async () => {
    const thread = startThread();
    const before = (await thread.render(smallSpec)).files;
    const { spec } = smallSpec;
    const versions = { kubernetes: '1.99' };
    const stepped = { ...smallSpec, spec: { ...spec, versions } };
    await expect(thread.render(stepped, { before })).rejects.toThrow(
      'spec.versions',
    );
  });

  it('keeps nobody waiting for the largest spec that there may be', async () => {
    const thread = startThread({ deadlineMs: 120_000 });
    await thread.render(smallSpec);
    const started = performance.now();
    const longest = await longestTurn(() => thread.render(largestSpec));
    // Without the thread, rendering would block the event loop for all of this
    // time.
    expect(longest).toBeLessThan((performance.now() - started) / 3);
  });

  const hostile = (options: RenderThreadOptions) =>
    startThread({
      taskFile: require.resolve('../__testUtils__/hostileRenderTask'),
      ...options,
    });

  it('ends a spec that takes too long, and renders the next', async () => {
    const thread = hostile({ deadlineMs: 5_000 });
    await thread.render('x');
    await expect(thread.render('takes for ever')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'This spec is not rendered: it took longer than 5 s',
    });
    await expect(thread.render('x')).resolves.toEqual({ summary: 'x' });
  });

  it('ends a spec that takes too much memory, and renders the next', async () => {
    const thread = hostile({ memoryMebibytes: 128, deadlineMs: 110_000 });
    await expect(thread.render('takes all memory')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: 'This spec is not rendered: it takes too much memory',
    });
    await expect(thread.render('x')).resolves.toEqual({ summary: 'x' });
  });

  it('renders one after the other, each with a deadline of its own', async () => {
    const thread = hostile({ deadlineMs: 5_000 });
    await thread.render('x');
    const order: string[] = [];
    const render = (spec: string) =>
      thread.render(spec, { onStart: () => order.push(`${spec} begins`) }).then(
        () => order.push(`${spec} ends`),
        () => order.push(`${spec} is ended`),
      );
    await Promise.all([render('takes for ever'), render('x')]);
    expect(order[0]).toBe('takes for ever begins');
    expect(order.slice(1, 3).sort()).toEqual([
      'takes for ever is ended',
      'x begins',
    ]);
    expect(order[3]).toBe('x ends');
  });

  it('keeps no more than 100 waiting', async () => {
    const thread = hostile({});
    const asked = await Promise.allSettled(
      Array.from({ length: 110 }, () => thread.render('x')),
    );
    const refused = asked.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(10);
    expect(refused[0]).toMatchObject({
      reason: { name: 'ServiceUnavailableError' },
    });
  });

  it('rejects with an unexpected error of the task', async () => {
    const thread = hostile({});
    await expect(thread.render('fails')).rejects.toThrow('A bug');
  });

  it('stops while it renders', async () => {
    const thread = hostile({});
    await thread.render('x');
    const rendering = thread.render('takes for ever');
    const ended = rendering.catch(error => error);
    await thread.stop();
    expect(await ended).toBeInstanceOf(Error);
  });
});
