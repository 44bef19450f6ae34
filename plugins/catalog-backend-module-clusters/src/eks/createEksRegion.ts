import { EC2Client } from '@aws-sdk/client-ec2';
import { EKSClient } from '@aws-sdk/client-eks';
import { STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { EksRegion } from './EksRegion';

/**
 * Creates AWS's clients for one region of an account, with the credentials that
 * `aws` in the configuration has for the account.
 *
 * @throws when no credentials are configured for that account
 */
export async function createEksRegion(
  manager: AwsCredentialsManager,
  accountId: string,
  region: string,
): Promise<EksRegion> {
  const { sdkCredentialProvider } = await manager.getCredentialProvider({
    accountId,
  });
  const options = {
    region,
    credentials: sdkCredentialProvider,
    // EKS throttles per account and region, so the clients retry with growing
    // pauses.
    retryMode: 'adaptive',
    maxAttempts: 6,
    customUserAgent: 'clusterworks',
  };
  return new EksRegion({
    eks: new EKSClient(options),
    ec2: new EC2Client(options),
    sts: new STSClient(options),
  });
}
