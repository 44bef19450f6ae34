import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderCluster } from '../renderCluster';
import { renderPlatform } from '../repository';
import { specs } from './specs';
import { hasTool, itWith, writeFiles } from './tools';

/** `it` where bash, git and jq are installed. */
export const itWithScripts = itWith(
  process.platform !== 'win32' && ['bash', 'git', 'jq', 'diff'].every(hasTool),
);

let tree: Record<string, string> = {};

/** The same for every test, so it is rendered once. */
function rendered(): Record<string, string> {
  if (Object.keys(tree).length === 0) {
    tree = renderPlatform({ baseBranch: 'main' });
    for (const name of ['minimal', 'gov', 'china', 'argocd', 'general-gpu']) {
      Object.assign(tree, renderCluster(specs[name]).files);
    }
  }
  return tree;
}

/**
 * A prepared platform repository with five clusters, in a temporary folder that
 * is a git repository. Programs can be replaced.
 */
export class ScriptFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'clusterworks-ci-'));
  readonly #bin = join(this.path, 'bin');

  constructor() {
    this.write({
      ...rendered(),
      '.gitignore': 'bin\n*.out\nlog\nplans\n',
      'clusters/dev/minimal/status.yaml': 'there: true\n',
    });
    this.git('init', '--quiet', '--initial-branch=main');
    this.commit('Clusters');
  }

  write(files: Record<string, string>): void {
    writeFiles(this.path, files);
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8');
  }

  has(path: string): boolean {
    return existsSync(join(this.path, path));
  }

  /** @throws with the error of git when it fails */
  git(...args: string[]): string {
    const { stdout, stderr, status } = spawnSync(
      'git',
      ['-C', this.path, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args],
      { encoding: 'utf8' },
    );
    if (status !== 0) {
      throw new Error(`git ${args.join(' ')}: ${stderr}`);
    }
    return stdout.trim();
  }

  /** Commits everything, and gives the SHA. */
  commit(message: string): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** Puts a program on the path; `$*` are its arguments. */
  fake(name: string, script: string): void {
    writeFiles(this.#bin, { [name]: `#!/usr/bin/env bash\n${script}\n` });
    chmodSync(join(this.#bin, name), 0o755);
  }

  /** Runs a script of the workflows. */
  run(script: string, ...args: string[]) {
    const { status, stdout, stderr } = spawnSync(
      'bash',
      [join(this.path, '.github/scripts', script), ...args],
      {
        cwd: this.path,
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: `${this.#bin}:${process.env.PATH}`,
          ROOT: this.path,
        },
      },
    );
    return { code: status, out: stdout, err: stderr };
  }

  /** Deletes the folder. */
  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
