import { InputError } from '@backstage/errors';
import type { CliIo } from '../io/CliIo';

const LONGEST = 16_384;
/** What a `Bearer` header may hold (RFC 6750, section 2.1). */
const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;

/**
 * The token for the portal. It never comes from an argument, which every user
 * of the machine could read in the list of processes.
 *
 * @param file - `-` is standard input; `CLUSTERS_TOKEN` when absent
 * @throws InputError when there is none, or it is none; never with its text
 */
export async function readToken(
  file: string | undefined,
  io: CliIo,
): Promise<string> {
  const from = file === undefined ? 'CLUSTERS_TOKEN' : `--token-file ${file}`;
  const text = file === undefined ? io.env(from) : await io.read(file);
  const token = text?.trim() ?? '';
  if (token === '') {
    throw new InputError(
      file === undefined
        ? 'There is no token: set CLUSTERS_TOKEN, or give --token-file'
        : `${from} is empty`,
    );
  }
  if (token.length > LONGEST || !TOKEN.test(token)) {
    throw new InputError(`${from} does not hold one token`);
  }
  return token;
}
