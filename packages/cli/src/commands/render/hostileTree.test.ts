import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CostMeter,
  fuzzFor,
  fuzzSettings,
  leavesFileReadable,
  plantFault,
  treeFaults,
} from '@clusterworks/fuzz';
import { Command } from 'commander';
import fc from 'fast-check';
import { processIo } from '../../io/CliIo';
import { addRenderCommand } from './addRenderCommand';

const { seconds, seed } = fuzzSettings({ seconds: 3 });

const LONGEST_MS = 20_000;
const LONGEST_TURN_MS = 5_000;
const MOST_MEBIBYTES = 600;

const fixture = readFileSync(
  require.resolve(
    '@clusterworks/plugin-clusters-spec/src/spec/__fixtures__/payments-dev.yaml',
  ),
);

describe(`hostile trees, seed ${seed}`, () => {
  jest.setTimeout((seconds + 120) * 1_000);
  let folder: string;
  let outside: string;
  let out: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hostile-tree-'));
    outside = join(folder, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'secret'), 'not for you');
    writeFileSync(join(folder, 'cluster.yaml'), fixture);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function render(): Promise<{ said: string; failed?: Error }> {
    let said = '';
    const program = new Command('clusters').exitOverride();
    const say = (text: string) => {
      said += text;
    };
    addRenderCommand(
      program,
      {
        ...processIo(),
        ...{ write: say, writeError: say },
        now: () => new Date('2026-11-22T10:00:00Z'),
      },
      () => {},
    );
    try {
      const spec = join(folder, 'cluster.yaml');
      await program.parseAsync([
        ...['node', 'clusters', 'render', '--spec', spec, '--out', out],
      ]);
      return { said };
    } catch (error) {
      return { said, failed: error as Error };
    }
  }

  async function newTree(name: string): Promise<string[]> {
    out = join(folder, name);
    await render();
    return (readdirSync(out, { recursive: true }) as string[])
      .filter(path => path.includes('.'))
      .sort();
  }

  /**
   * Renders into the tree; checks that errors have a message, that time and
   * memory are bounded, and that nothing outside of the tree changes.
   */
  async function renderHostile(): Promise<string> {
    // Through a link, a second fault may already stand outside of the tree.
    const before = readdirSync(outside).sort();
    const meter = await CostMeter.start();
    const started = performance.now();
    const { said, failed } = await render();
    expect(performance.now() - started).toBeLessThan(LONGEST_MS);
    const cost = await meter.stop();
    expect(cost.longestTurnMs).toBeLessThan(LONGEST_TURN_MS);
    expect(cost.peakMebibytes).toBeLessThan(MOST_MEBIBYTES);
    if (failed) {
      expect(['InputError', 'ConflictError']).toContain(failed.name);
    }
    const all = `${said}${failed?.message ?? ''}`;
    expect(all).not.toContain('not for you');
    expect(readdirSync(outside).sort()).toEqual(before);
    expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe('not for you');
    return all;
  }

  it.each(treeFaults.filter(what => !leavesFileReadable.has(what)))(
    'are refused in words when a file is %s',
    async what => {
      const [path] = (await newTree('tree')).filter(each =>
        each.endsWith('main.tf'),
      );
      rmSync(join(out, path), { recursive: true });
      plantFault(what, join(out, path), outside);
      expect(await renderHostile()).toMatch(
        /is no regular file|is larger than|is no text in UTF-8|conflict: /,
      );
    },
  );

  it('end in words, whatever is in the place of whatever', async () => {
    let number = 0;
    const faults = fc.array(
      fc.tuple(fc.constantFrom(...treeFaults), fc.nat(1_000)),
      { minLength: 1, maxLength: 3 },
    );
    const cost = await fuzzFor(
      faults,
      async all => {
        number += 1;
        const paths = await newTree(`tree-${number}`);
        for (const [what, at] of all) {
          // A file, or one of its parent folders.
          const parts = paths[at % paths.length].split('/');
          const path = join(out, ...parts.slice(0, 1 + (at % parts.length)));
          try {
            if (!leavesFileReadable.has(what)) {
              rmSync(path, { recursive: true, force: true });
            }
            plantFault(what, path, outside);
          } catch {
            // If a path is already replaced, it cannot be replaced again.
          }
        }
        await renderHostile();
        rmSync(out, { recursive: true, force: true });
      },
      { seconds, seed, endOnFailure: true },
    );
    expect(cost.peakMebibytes).toBeLessThan(MOST_MEBIBYTES);
    expect(number).toBeGreaterThan(0);
  });
});
