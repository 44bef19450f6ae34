import { isAbsolute, resolve } from 'node:path';

/**
 * A path relative to the caller's directory. npm and yarn change the working
 * directory; the variable has the caller's.
 */
export function callerPath(path: string): string {
  return isAbsolute(path)
    ? path
    : resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
