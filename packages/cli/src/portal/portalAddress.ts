import { InputError } from '@backstage/errors';

/** A token must not cross a network as plain text. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address of a portal's backend, without a slash at the end.
 *
 * @throws InputError for what is no such address, or not encrypted
 */
export function portalAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new InputError(
      `--portal must be an address such as https://portal.example.com, it is '${text}'`,
    );
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      '--portal must be an address without user, password, ? and #',
    );
  }
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    throw new InputError(
      `--portal must begin with https://, because the token is sent there; it is '${text}'`,
    );
  }
  return url.href.replace(/\/+$/, '');
}
