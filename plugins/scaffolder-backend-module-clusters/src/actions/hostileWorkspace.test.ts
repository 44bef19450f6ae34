import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  fuzzFor,
  fuzzSettings,
  plantFault,
  treeFaults,
} from '@clusterworks/fuzz';
import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import { parseClusterSpec } from '@clusterworks/plugin-clusters-spec';
import fc from 'fast-check';
import { directRenderer } from '../__testUtils__/directRenderer';
import { runAction } from '../__testUtils__/runAction';
import { createRenderAction } from './createRenderAction';
import { exampleSpec } from './exampleSpec';

const { seconds, seed } = fuzzSettings({ seconds: 3 });

const LONGEST_MS = 20_000;
const LONGEST_TURN_MS = 5_000;
const MOST_MEBIBYTES = 600;

const { files } = renderCluster(parseClusterSpec(exampleSpec));
const paths = Object.keys(files);

/**
 * What an earlier step of the template fetched, for example a repository of
 * others, may stand in the place of the files that are rendered.
 */
describe(`hostile workspaces, seed ${seed}`, () => {
  jest.setTimeout((seconds + 120) * 1_000);
  const action = createRenderAction({ renderer: directRenderer });
  let folder: string;
  let outside: string;
  let workspace: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hostile-workspace-'));
    outside = join(folder, 'outside');
    workspace = join(folder, 'workspace');
    mkdirSync(outside);
    mkdirSync(workspace);
    writeFileSync(join(outside, 'secret'), 'not for you');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Writes the files; returns how the action failed, if it did. */
  async function render(): Promise<string> {
    // Through a link, a second fault may already stand outside.
    const before = readdirSync(outside).sort();
    const started = performance.now();
    const failure = await runAction(
      action,
      { spec: exampleSpec },
      { workspacePath: workspace },
    ).then(
      () => undefined,
      error => error,
    );
    expect(performance.now() - started).toBeLessThan(LONGEST_MS);
    expect(readdirSync(outside).sort()).toEqual(before);
    expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe('not for you');
    if (!failure) {
      const wrong = paths.filter(
        path => readFileSync(join(workspace, path), 'utf8') !== files[path],
      );
      expect(wrong).toEqual([]);
      return '';
    }
    expect(failure.name).toBe('ConflictError');
    expect(failure.message.length).toBeLessThan(5_000);
    return failure.message;
  }

  function plant(what: string, path: string) {
    const place = join(workspace, path);
    mkdirSync(dirname(place), { recursive: true });
    plantFault(what, place, outside);
  }

  it.each([
    ['a link to an endless device', 'main.tf', 'file'],
    ['a link out of the tree', 'main.tf', 'file'],
    ['a link to nothing', 'main.tf', 'file'],
    ['a link to itself', 'main.tf', 'file'],
    ['a pipe', 'main.tf', 'file'],
    ['a folder', 'main.tf', 'file'],
    ['a checkout of a submodule', 'main.tf', 'file'],
    ['a link to a folder outside', 'terraform', 'folder'],
    ['a link to its own folder', 'terraform', 'folder'],
    ['a pipe', 'terraform', 'folder'],
    ['a huge file', 'terraform', 'folder'],
  ])('are refused in words with %s as %s', async (what, name, kind) => {
    const [rendered] = paths.filter(path => path.endsWith('/main.tf'));
    const path = name === 'main.tf' ? rendered : dirname(rendered);
    plant(what, path);
    expect(await render()).toBe(
      `Nothing was written, because of what is in the workspace:\n${path} is no ${
        kind === 'file' ? 'regular file' : 'folder'
      }`,
    );
    expect(
      existsSync(join(workspace, 'clusters/dev/payments-dev/cluster.yaml')),
    ).toBe(false);
  });

  it('end in words, whatever is in the place of whatever', async () => {
    let number = 0;
    const faults = fc.array(
      fc.tuple(fc.constantFrom(...treeFaults), fc.nat(1_000), fc.nat(10)),
      { minLength: 1, maxLength: 3 },
    );
    const cost = await fuzzFor(
      faults,
      async all => {
        number += 1;
        for (const [what, at, depth] of all) {
          // A file, or one of its parent folders.
          const parts = paths[at % paths.length].split('/');
          try {
            plant(what, parts.slice(0, 1 + (depth % parts.length)).join('/'));
          } catch {
            // If something is there already, nothing else can be put there.
          }
        }
        await render();
        rmSync(workspace, { recursive: true, force: true });
        mkdirSync(workspace);
      },
      { seconds, seed, endOnFailure: true },
    );
    expect(cost.longestTurnMs).toBeLessThan(LONGEST_TURN_MS);
    expect(cost.peakMebibytes).toBeLessThan(MOST_MEBIBYTES);
    expect(number).toBeGreaterThan(0);
  });
});
