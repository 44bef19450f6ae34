/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import semver from 'semver';
import { parse } from 'yaml';
import { readRecord, sha256 } from '../records';
import { renderCluster } from '../renderCluster';
import { hasTool, itWith, writeFiles } from '../__testUtils__/tools';
import { specs } from '../__testUtils__/specs';
import { renderPlatform } from './renderPlatform';

const golden = join(__dirname, '__goldens__', 'platform.txt');
const options = {
  baseBranch: 'trunk',
  codeOwners: [
    { path: '*', owners: ['@acme/platform'] },
    { path: '/policies/', owners: ['@acme/security', 'sec@example.com'] },
  ],
};
const files = renderPlatform(options);
const workflows = Object.keys(files).filter(path =>
  path.startsWith('.github/workflows/'),
);

/** Whole texts of what is short or made by code; other files as a hash. */
function goldenText(): string {
  return Object.entries(files)
    .filter(([path]) => !path.endsWith('.generated.json'))
    .map(([path, text]) =>
      /CODEOWNERS$|renovate\.json$|workflows\//.test(path)
        ? `=== ${path}\n${text}`
        : `=== ${path} sha256:${sha256(text).slice(0, 12)}\n`,
    )
    .join('');
}

describe('the files of a platform repository', () => {
  // To accept a change: UPDATE_GOLDENS=1 yarn test src/repository
  it('are those of the golden tree', () => {
    const text = goldenText();
    if (
      process.env.UPDATE_GOLDENS ||
      (!process.env.CI && !existsSync(golden))
    ) {
      mkdirSync(join(__dirname, '__goldens__'), { recursive: true });
      writeFileSync(golden, text);
    }
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  it('share their bytes with those that a cluster brings along', () => {
    const cluster = renderCluster(specs.minimal).files;
    const shared = Object.keys(files).filter(path => path in cluster);
    expect(shared.length).toBeGreaterThan(100);
    expect(shared.filter(path => cluster[path] !== files[path])).toEqual([]);
    // A cluster's pull request never holds a file of the repository itself.
    const own = readRecord(files['.github/.generated.json'])?.files ?? {};
    expect(Object.keys(own).filter(path => path in cluster)).toEqual([]);
    expect(own).toHaveProperty(['README.md']);
  });

  it('have no CODEOWNERS without entries', () => {
    const without = renderPlatform({ baseBranch: 'main' });
    expect(without).not.toHaveProperty(['.github/CODEOWNERS']);
  });

  it.each(workflows)(
    '%s runs on the base branch, with pinned actions',
    path => {
      const workflow = parse(files[path]);
      const events = Object.values<any>(workflow.on).filter(on => on?.branches);
      for (const { branches } of events) {
        expect(branches).toEqual(['trunk']);
      }
      expect(workflow.permissions).toEqual({});
      const steps = Object.values<any>(workflow.jobs).flatMap(job => job.steps);
      const used = steps.flatMap(step => step.uses ?? []);
      expect(used.length).toBeGreaterThan(0);
      expect(used.filter(each => !/@[0-9a-f]{40}$/.test(each))).toEqual([]);
      for (const [script] of files[path].matchAll(
        /\.github\/scripts\/[\w-]+\.\w+/g,
      )) {
        expect(Object.keys(files)).toContain(script);
      }
      // Values of events reach scripts by variables, where no shell reads them.
      const scripts = steps.flatMap(step => step.run ?? []);
      expect(scripts.filter(run => run.includes('${{'))).toEqual([]);
    },
  );

  it('let Renovate offer only releases of the version matrix', () => {
    const { packageRules } = JSON.parse(files['renovate.json']);
    const offered = (component: string, from: string, to: string) => {
      const rules = packageRules.filter(
        (rule: any) =>
          rule.matchDepNames?.includes(component) &&
          rule.matchCurrentValue &&
          new RegExp(rule.matchCurrentValue.slice(1, -1)).test(from),
      );
      expect(rules).toHaveLength(1);
      return semver.satisfies(to, rules[0].allowedVersions);
    };
    expect(
      [
        ['karpenter', '1.14.0', '1.14.3'],
        ['karpenter', '1.14.0', '1.14.2'],
        ['karpenter', '1.14.3', '1.15.1'],
        ['karpenter', '1.1.1', '1.1.10'],
        ['karpenter', '1.10.0', '1.10.2'],
        ['cilium', '1.17.2', '1.17.3'],
        ['cilium', '1.17.2', '1.17.18'],
      ].map(([component, from, to]) => offered(component, from, to)),
    ).toEqual([true, false, false, true, true, false, true]);
    const [karpenter, cilium] = JSON.parse(
      files['renovate.json'],
    ).customManagers.map(({ matchStrings }: any) => matchStrings[0]);
    const { files: cluster } = renderCluster(specs.minimal);
    const text = cluster['clusters/dev/minimal/cluster.yaml'];
    expect(
      [karpenter, cilium].map(
        pattern => new RegExp(pattern).exec(text)?.groups?.currentValue,
      ),
    ).toEqual(['1.14.3', '1.19.9']);
  });

  describe('on disk', () => {
    const folder = mkdtempSync(join(tmpdir(), 'clusterworks-platform-'));
    beforeAll(() => {
      writeFiles(folder, files);
      spawnSync('git', ['init', '--quiet', folder]);
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    itWith(hasTool('shellcheck'))('pass shellcheck', () => {
      const scripts = Object.keys(files).filter(path => path.endsWith('.sh'));
      const { stdout, status } = spawnSync('shellcheck', scripts, {
        cwd: folder,
        encoding: 'utf8',
      });
      expect([stdout, status]).toEqual(['', 0]);
    });

    itWith(hasTool('renovate-config-validator'))(
      'pass the validator of Renovate',
      () => {
        const { stdout, status } = spawnSync(
          'renovate-config-validator',
          ['--strict'],
          { cwd: folder, encoding: 'utf8' },
        );
        expect(stdout).toContain('Config validated successfully');
        expect(status).toBe(0);
      },
    );

    itWith(hasTool('actionlint'))('pass actionlint', () => {
      const { stdout, status } = spawnSync('actionlint', ['-no-color'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect([stdout, status]).toEqual(['', 0]);
    });
  });
});
