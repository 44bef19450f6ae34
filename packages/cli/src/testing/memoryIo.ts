import type { CliIo } from '../io/CliIo';

/** Input and output in memory: what was printed, and files by name. */
export interface MemoryIo extends CliIo {
  out: string;
  err: string;
  files: Record<string, string>;
  variables: Record<string, string>;
}

/** Input and output in memory with these files. */
export function memoryIo(files: Record<string, string> = {}): MemoryIo {
  const io: MemoryIo = {
    out: '',
    err: '',
    files: { ...files },
    variables: {},
    colours: false,
    write(text) {
      io.out += text;
    },
    writeError(text) {
      io.err += text;
    },
    async read(path) {
      const text = io.files[path];
      if (text === undefined) {
        throw new Error(`ENOENT: no such file ${path}`);
      }
      return text;
    },
    async save(path, content) {
      io.files[path] = content;
    },
    async create(path, content) {
      if (Object.hasOwn(io.files, path)) {
        throw new Error(`EEXIST: file already exists, open '${path}'`);
      }
      io.files[path] = content;
    },
    now: () => new Date('2026-11-22T10:00:00Z'),
    env: name => io.variables[name],
  };
  return io;
}
