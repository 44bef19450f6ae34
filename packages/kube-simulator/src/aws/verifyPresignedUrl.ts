import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Access key of the only principal that may sign. */
export interface AwsKeys {
  accessKeyId: string;
  secretAccessKey: string;
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Percent-encoding of SigV4: everything but unreserved characters. */
function uriEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${uriEncode(name)}=${uriEncode(value)}`)
    .sort()
    .join('&');
}

/**
 * The SigV4 signature that a presigned GET must carry when the given headers
 * are signed. Written after the AWS documentation, apart from any SDK, so that
 * it checks what an SDK produced.
 */
export function expectedSignature(
  url: URL,
  headers: Record<string, string>,
  secretAccessKey: string,
): string {
  const query = url.searchParams;
  const [, date, region, service] = (query.get('X-Amz-Credential') ?? '').split(
    '/',
  );
  const signedHeaders = query.get('X-Amz-SignedHeaders') ?? '';
  const canonicalHeaders = signedHeaders
    .split(';')
    .map(name => `${name}:${(headers[name] ?? '').trim()}\n`)
    .join('');
  const canonicalRequest = [
    'GET',
    url.pathname,
    canonicalQuery(query),
    canonicalHeaders,
    signedHeaders,
    sha256(''),
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const stringToSign = [
    'AWS4-HMAC-SHA256',
    query.get('X-Amz-Date') ?? '',
    scope,
    sha256(canonicalRequest),
  ].join('\n');
  const key = [region, service, 'aws4_request'].reduce(
    (previous, step) => hmac(previous, step ?? ''),
    hmac(`AWS4${secretAccessKey}`, date ?? ''),
  );
  return hmac(key, stringToSign).toString('hex');
}

/** Whether the URL carries that signature. */
export function hasValidSignature(
  url: URL,
  headers: Record<string, string>,
  secretAccessKey: string,
): boolean {
  const given = Buffer.from(url.searchParams.get('X-Amz-Signature') ?? '');
  const expected = Buffer.from(
    expectedSignature(url, headers, secretAccessKey),
  );
  return given.length === expected.length && timingSafeEqual(given, expected);
}
