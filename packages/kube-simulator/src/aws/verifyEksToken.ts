import type { AwsKeys } from './verifyPresignedUrl';
import { hasValidSignature } from './verifyPresignedUrl';

/** A token is good for this long after its date, as EKS has it. */
const LIFETIME_MS = 15 * 60_000;
const CLOCK_SKEW_MS = 60_000;
const MAX_TOKEN_BYTES = 4 * 1024;
const PREFIX = 'k8s-aws-v1.';

const allowedParameters = new Set([
  'action',
  'version',
  'x-amz-algorithm',
  'x-amz-credential',
  'x-amz-date',
  'x-amz-expires',
  'x-amz-security-token',
  'x-amz-signature',
  'x-amz-signedheaders',
  'x-amz-user-agent',
  'x-amz-content-sha256',
]);

/** Why a token is refused; never told to the client. */
export type EksTokenResult =
  | { accepted: true; accessKeyId: string }
  | { accepted: false; reason: string };

function refuse(reason: string): EksTokenResult {
  return { accepted: false, reason };
}

function parseUrl(token: string): URL | undefined {
  if (!token.startsWith(PREFIX) || token.length > MAX_TOKEN_BYTES) {
    return undefined;
  }
  const text = Buffer.from(token.slice(PREFIX.length), 'base64url').toString(
    'utf8',
  );
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** `20261122T100000Z` as milliseconds; NaN for anything else. */
function amzDate(text: string): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) {
    return NaN;
  }
  const [, year, month, day, hour, minute, second] = match.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function problemOfUrl(url: URL): string | undefined {
  if (url.protocol !== 'https:' || url.pathname !== '/') {
    return 'not an https URL with path /';
  }
  if (
    !/^sts(\.[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/.test(url.hostname) ||
    url.port !== ''
  ) {
    return `host ${url.host} is not STS`;
  }
  const names = [...url.searchParams.keys()];
  const unknown = names.find(
    name => !allowedParameters.has(name.toLocaleLowerCase('en-US')),
  );
  if (unknown) {
    return `query parameter ${unknown} is not allowed`;
  }
  if (new Set(names).size !== names.length) {
    return 'a query parameter is given twice';
  }
  if (url.searchParams.get('Action') !== 'GetCallerIdentity') {
    return 'the action is not GetCallerIdentity';
  }
  return undefined;
}

function problemOfTime(url: URL, now: number): string | undefined {
  const expires = Number(url.searchParams.get('X-Amz-Expires') ?? NaN);
  if (!(expires >= 0 && expires <= 900)) {
    return 'X-Amz-Expires is not within 0 to 900';
  }
  const signedAt = amzDate(url.searchParams.get('X-Amz-Date') ?? '');
  if (Number.isNaN(signedAt)) {
    return 'X-Amz-Date is missing';
  }
  if (now > signedAt + LIFETIME_MS) {
    return 'the token has expired';
  }
  return signedAt > now + CLOCK_SKEW_MS
    ? 'the token is from the future'
    : undefined;
}

/**
 * Checks an EKS bearer token (`k8s-aws-v1.` and a presigned STS
 * GetCallerIdentity URL) as aws-iam-authenticator does, but verifies the SigV4
 * signature itself instead of asking STS. The cluster id is a signed header
 * that is not in the URL, so that a token for one cluster is worth nothing at
 * another.
 */
export function verifyEksToken(
  token: string,
  clusterId: string,
  keys: AwsKeys,
  now: Date,
): EksTokenResult {
  const url = parseUrl(token);
  if (!url) {
    return refuse('not a k8s-aws-v1 token');
  }
  const problem = problemOfUrl(url) ?? problemOfTime(url, now.getTime());
  if (problem) {
    return refuse(problem);
  }
  const query = url.searchParams;
  const [accessKeyId, date, , service, terminator] = (
    query.get('X-Amz-Credential') ?? ''
  ).split('/');
  const sameDay = (query.get('X-Amz-Date') ?? '').startsWith(`${date}T`);
  if (!sameDay || service !== 'sts' || terminator !== 'aws4_request') {
    return refuse('the credential scope is not that of STS today');
  }
  if (accessKeyId !== keys.accessKeyId) {
    return refuse('unknown access key');
  }
  const signed = (query.get('X-Amz-SignedHeaders') ?? '').split(';');
  if (!signed.includes('host') || !signed.includes('x-k8s-aws-id')) {
    return refuse('host and x-k8s-aws-id are not both signed');
  }
  const headers = { host: url.host, 'x-k8s-aws-id': clusterId };
  return hasValidSignature(url, headers, keys.secretAccessKey)
    ? { accepted: true, accessKeyId }
    : refuse('the signature is wrong, or made for another cluster');
}
