import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** All input and output of the commands. */
export interface CliIo {
  /** Prints to standard output, as given. */
  write(text: string): void;
  /** Prints to standard error, as given. */
  writeError(text: string): void;
  /** Whether standard output is a terminal that shows colours. */
  colours: boolean;
  /** Reads a file, or standard input for `-`; relative paths are the caller's. */
  read(path: string): Promise<string>;
  /** Writes a file that only its owner may read. */
  save(path: string, content: string): Promise<void>;
  /**
   * Writes a file that does not exist yet, for everybody to read.
   *
   * @throws when there is one already
   */
  create(path: string, content: string): Promise<void>;
  now(): Date;
  /** A variable of the environment. */
  env(name: string): string | undefined;
}

/** Input and output of the process. */
export function processIo(): CliIo {
  // npm and yarn change the working directory; this variable has the caller's.
  const directory = process.env.INIT_CWD ?? process.cwd();
  return {
    write: text => void process.stdout.write(text),
    writeError: text => void process.stderr.write(text),
    colours: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
    read: path =>
      readFile(path === '-' ? '/dev/stdin' : resolve(directory, path), 'utf8'),
    async save(path, content) {
      const file = resolve(directory, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content, { encoding: 'utf8', mode: 0o600 });
    },
    async create(path, content) {
      const file = resolve(directory, path);
      await mkdir(dirname(file), { recursive: true });
      const handle = await open(file, 'wx');
      try {
        await handle.writeFile(content, 'utf8');
      } catch (error) {
        await rm(file, { force: true });
        throw error;
      } finally {
        await handle.close();
      }
    },
    now: () => new Date(),
    env: name => process.env[name],
  };
}
