import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  type AwsCredentialProvider,
  DefaultAwsCredentialsManager,
} from '@backstage/integration-aws-node';
import {
  accountOfRole,
  isExternalId,
} from '@clusterworks/plugin-clusters-node';
import { AwsAccounts } from './AwsAccounts';

/** Returns keys that are valid now. */
export type AskKeys = AwsCredentialProvider['sdkCredentialProvider'];

/** The identity whose keys sign the token of a cluster. */
export interface AwsIdentity {
  accountId?: string;
  /** ARN of the role to assume before signing. */
  roleArn?: string;
  externalId?: string;
  /** Region of the STS endpoint that is asked for the role. */
  region: string;
}

/**
 * The AWS identities of the portal, as `aws` in the configuration describes
 * them: the credentials of the cluster's account if they are configured, else
 * those of the main account. With these the portal assumes the role that the
 * cluster names, if it names one.
 */
export class AwsIdentities {
  readonly #manager: DefaultAwsCredentialsManager;
  readonly #accounts: AwsAccounts;

  constructor(config: Config) {
    this.#manager = DefaultAwsCredentialsManager.fromConfig(config);
    this.#accounts = new AwsAccounts(config);
  }

  /**
   * Determines the identity that signs the token of a cluster.
   *
   * @throws InputError for an invalid role ARN or external id
   */
  async find(identity: AwsIdentity): Promise<AskKeys> {
    const { roleArn, externalId, region } = identity;
    const roleAccount = roleArn ? accountOfRole(roleArn) : undefined;
    if (roleArn && !roleAccount) {
      throw new InputError(
        'kubernetes.io/aws-assume-role is not the ARN of a role',
      );
    }
    if (externalId && !isExternalId(externalId)) {
      throw new InputError(
        'kubernetes.io/aws-external-id is not an external id',
      );
    }
    const account = await this.#ofAccount(roleAccount ?? identity.accountId);
    if (!roleArn) {
      return account;
    }
    return fromTemporaryCredentials({
      masterCredentials: account,
      clientConfig: { region },
      params: {
        RoleArn: roleArn,
        RoleSessionName: 'backstage-clusters',
        ...(externalId && { ExternalId: externalId }),
      },
    });
  }

  async #ofAccount(accountId: string | undefined): Promise<AskKeys> {
    // Asked for any other account, the credentials manager would call STS to
    // find out the portal's own account.
    const isKnown = accountId !== undefined && this.#accounts.has(accountId);
    const { sdkCredentialProvider } = await this.#manager.getCredentialProvider(
      isKnown ? { accountId } : undefined,
    );
    return sdkCredentialProvider;
  }
}
