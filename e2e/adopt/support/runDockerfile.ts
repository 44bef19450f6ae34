import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runShell } from './runShell';

/** A stage of the Dockerfile, in a folder instead of an image. */
interface Stage {
  root: string;
  workdir: string;
  env: Record<string, string>;
}

/** What a Dockerfile builds. */
export interface BuiltImage {
  /** Where `/` of the image would be. */
  root: string;
  workdir: string;
  env: Record<string, string>;
  /** Numbers of user and group. */
  user: string;
  command: string[];
}

/** The instructions of a Dockerfile with their arguments. */
function instructionsOf(dockerfile: string): [string, string][] {
  return dockerfile
    .replace(/^#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter(Boolean)
    .map(line => {
      const [, name, rest] = /^(\w+) (.*)$/.exec(line) ?? [];
      return [name, rest];
    });
}

/**
 * Follows our Dockerfile without Docker: each stage is a folder, and its
 * commands run there with this machine's Node and Yarn. Only what our
 * Dockerfile has is understood.
 *
 * @param context - folder of what `docker build` would send
 * @param target - an empty folder for the stages
 */
export async function runDockerfile(
  dockerfile: string,
  context: string,
  target: string,
): Promise<BuiltImage> {
  const stages = new Map<string, Stage>();
  let stage: Stage = { root: '', workdir: '/', env: {} };
  let user = '0:0';
  let command: string[] = [];
  const inStage = (file: string) =>
    path.join(stage.root, path.resolve(stage.workdir, file));
  for (const [name, rest] of instructionsOf(dockerfile)) {
    const words = rest.split(/\s+/);
    if (name === 'FROM') {
      const [base, , as] = words;
      const from = stages.get(base);
      const root = path.join(target, as);
      fs.mkdirSync(root);
      if (from) {
        copyTree(from.root, root);
      }
      stage = { workdir: '/', env: {}, ...from, root };
      stages.set(as, stage);
      user = '0:0';
    } else if (name === 'WORKDIR') {
      stage.workdir = rest;
      fs.mkdirSync(inStage('.'), { recursive: true });
    } else if (name === 'COPY') {
      const other = /^--from=(\w+)$/.exec(words[0])?.[1];
      const from = other ? stages.get(other)?.root ?? '' : context;
      const names = words.slice(other ? 1 : 0);
      const into = names.pop() ?? '';
      for (const each of names) {
        const source = path.join(from, each);
        const isFolder = fs.statSync(source).isDirectory();
        copyTree(
          source,
          inStage(
            into.endsWith('/') && !isFolder ? into + path.basename(each) : into,
          ),
        );
      }
    } else if (name === 'RUN' && !rest.startsWith('npm install --global')) {
      await runShell(rest, { cwd: inStage('.'), env: stage.env });
    } else if (name === 'ENV') {
      const [key, ...value] = rest.split('=');
      stage.env = { ...stage.env, [key]: value.join('=') };
    } else if (name === 'USER') {
      user = rest;
    } else if (name === 'CMD') {
      command = JSON.parse(rest);
    } else if (!['ARG', 'EXPOSE', 'RUN'].includes(name)) {
      throw new Error(`not understood: ${name} ${rest}`);
    }
  }
  return { ...stage, user, command };
}

/** Copies what is in a folder, or a file, and keeps links. */
function copyTree(source: string, target: string): void {
  const isFolder = fs.statSync(source).isDirectory();
  fs.mkdirSync(isFolder ? target : path.dirname(target), { recursive: true });
  execFileSync('cp', ['-a', isFolder ? `${source}/.` : source, target]);
}

/**
 * Copies what `docker build` would send: the files of the checkout that
 * .dockerignore lets through.
 */
export function copyContext(checkout: string, target: string): void {
  const kept = fs
    .readFileSync(path.join(checkout, '.dockerignore'), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('!'))
    .map(line => line.slice(1));
  const files = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', ...kept],
    { cwd: checkout, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 },
  )
    .split('\n')
    .filter(file => file && fs.existsSync(path.join(checkout, file)));
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(target, file)), { recursive: true });
    fs.copyFileSync(path.join(checkout, file), path.join(target, file));
  }
}
