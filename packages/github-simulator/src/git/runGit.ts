import {
  type ChildProcessWithoutNullStreams,
  execFile,
  spawn,
} from 'node:child_process';
import type { Readable } from 'node:stream';

/** A git command that ended with another exit code than 0. */
export class GitCommandError extends Error {
  constructor(
    readonly args: readonly string[],
    readonly exitCode: number | undefined,
    readonly stderr: string,
  ) {
    super(`git ${args[0]} failed: ${stderr.trim() || `exit code ${exitCode}`}`);
    this.name = 'GitCommandError';
  }
}

/** Options of a git command besides its arguments. */
export interface RunGitOptions {
  /** The bare repository; absent for commands that need none. */
  gitDir?: string;
  /** Written to the command's standard input. */
  input?: string | Buffer;
  /** Added to the otherwise empty git environment, for example `GIT_INDEX_FILE`. */
  env?: Record<string, string>;
}

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

// The caller's own git settings (hooks, signing, templates, GIT_DIR of an outer
// command) must not leak into the repository, so nothing is inherited.
function gitEnvironment(extra?: Record<string, string>): NodeJS.ProcessEnv {
  const inherited = ['PATH', 'Path', 'SystemRoot', 'TMPDIR', 'TEMP', 'TMP'];
  const environment: Record<string, string> = {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
    ...extra,
  };
  for (const name of inherited) {
    const value = process.env[name];
    if (value !== undefined) {
      environment[name] = value;
    }
  }
  return environment as NodeJS.ProcessEnv;
}

function withGitDir(args: readonly string[], options: RunGitOptions): string[] {
  const global = ['-c', 'core.quotePath=false', '-c', 'gc.auto=0'];
  return options.gitDir
    ? [...global, `--git-dir=${options.gitDir}`, ...args]
    : [...global, ...args];
}

/**
 * Runs one git command and returns its standard output as bytes.
 *
 * @throws {@link GitCommandError} when the command fails
 */
export function runGit(
  args: readonly string[],
  options: RunGitOptions = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      withGitDir(args, options),
      {
        encoding: 'buffer',
        maxBuffer: MAX_OUTPUT_BYTES,
        env: gitEnvironment(options.env),
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        if (error) {
          const code = typeof error.code === 'number' ? error.code : undefined;
          const text = stderr.toString('utf8') || error.message;
          reject(new GitCommandError(args, code, text));
        } else {
          resolve(stdout);
        }
      },
    );
    // A command that ends early closes its input; the error is then reported
    // by its exit code.
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input ?? '');
  });
}

/** Runs one git command and returns its standard output as text, trimmed at the end. */
export async function runGitText(
  args: readonly string[],
  options: RunGitOptions = {},
): Promise<string> {
  return (await runGit(args, options)).toString('utf8').trimEnd();
}

/**
 * Starts a git command that answers for as long as its input stays open. It
 * does not keep this process running.
 */
export function startGit(
  args: readonly string[],
  options: Pick<RunGitOptions, 'gitDir'>,
): ChildProcessWithoutNullStreams {
  const child = spawn('git', withGitDir(args, options), {
    env: gitEnvironment(),
    windowsHide: true,
  });
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) {
    (stream as unknown as { unref?(): void }).unref?.();
  }
  return child;
}

/** Whether this process goes on running for the answers of a git command. */
export function awaitAnswers(
  { stdout }: ChildProcessWithoutNullStreams,
  isAsked: boolean,
): void {
  // The pipe of a child is a socket, although its type does not say so.
  const socket = stdout as unknown as { ref?(): void; unref?(): void };
  if (isAsked) {
    socket.ref?.();
  } else {
    socket.unref?.();
  }
}

/** Starts one git command and streams its standard output. */
export function streamGit(
  args: readonly string[],
  options: Pick<RunGitOptions, 'gitDir'>,
): Readable {
  const child = spawn('git', withGitDir(args, options), {
    env: gitEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let stderr = '';
  child.stderr.on('data', chunk => {
    stderr += String(chunk);
  });
  child.on('error', error => child.stdout.destroy(error));
  child.on('close', code => {
    if (code !== 0) {
      child.stdout.destroy(
        new GitCommandError(args, code ?? undefined, stderr),
      );
    }
  });
  return child.stdout;
}
