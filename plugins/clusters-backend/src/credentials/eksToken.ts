import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';

/** The keys of an AWS identity. */
export interface AwsKeys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/**
 * For how long the signed URL is valid; EKS accepts the token for 15 minutes.
 */
const EXPIRES_SECONDS = 60;

/**
 * A token that an EKS API server accepts: a request for the caller's identity,
 * signed for STS but sent to the cluster, which asks STS who signed it. The
 * name of the cluster is a signed header that is not in the URL, so that a
 * token is worth nothing at another cluster.
 *
 * @param region - where STS is asked
 * @param clusterId - name of the EKS cluster
 * @param now - when it is signed
 */
export async function eksToken(
  keys: AwsKeys,
  region: string,
  clusterId: string,
  now: Date,
): Promise<string> {
  const suffix = region.startsWith('cn-') ? '.cn' : '';
  const host = `sts.${region}.amazonaws.com${suffix}`;
  const signer = new SignatureV4({
    credentials: keys,
    region,
    service: 'sts',
    sha256: Sha256,
  });
  const { query = {} } = await signer.presign(
    {
      method: 'GET',
      protocol: 'https:',
      hostname: host,
      path: '/',
      headers: { host, 'x-k8s-aws-id': clusterId },
      query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
    },
    { expiresIn: EXPIRES_SECONDS, signingDate: now },
  );
  const search = Object.entries(query)
    .map(
      ([name, value]) =>
        `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
    )
    .join('&');
  const url = `https://${host}/?${search}`;
  return `k8s-aws-v1.${Buffer.from(url).toString('base64url')}`;
}
