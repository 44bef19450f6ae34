import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  type AwsCredentialProvider,
  DefaultAwsCredentialsManager,
} from '@backstage/integration-aws-node';

/** Gives keys that are valid now. */
export type AskKeys = AwsCredentialProvider['sdkCredentialProvider'];

/** Whose keys sign the token of a cluster. */
export interface AwsIdentity {
  accountId?: string;
  /** Role to take on before signing. */
  roleArn?: string;
  externalId?: string;
  /** Where STS is asked for the role. */
  region: string;
}

const ROLE_ARN =
  /^arn:aws(-cn|-us-gov)?:iam::(\d{12}):role\/[\w+=,.@/-]{1,512}$/;
const EXTERNAL_ID = /^[\w+=,.@:/-]{2,1224}$/;

/**
 * The AWS identities of the portal, as `aws` in the configuration has them: the
 * credentials of the cluster's account where there are any, else those of the
 * main account; and from there the role that the cluster names.
 */
export class AwsIdentities {
  readonly #manager: DefaultAwsCredentialsManager;
  readonly #accounts: ReadonlySet<string>;
  readonly #hasDefaultRole: boolean;

  constructor(config: Config) {
    this.#manager = DefaultAwsCredentialsManager.fromConfig(config);
    this.#accounts = new Set(
      (config.getOptionalConfigArray('aws.accounts') ?? []).map(account =>
        account.getString('accountId'),
      ),
    );
    this.#hasDefaultRole = config.has('aws.accountDefaults.roleName');
  }

  /**
   * Who signs the token of a cluster.
   *
   * @throws InputError for a role or an external id that is none
   */
  async find(identity: AwsIdentity): Promise<AskKeys> {
    const { roleArn, externalId, region } = identity;
    const role = roleArn && ROLE_ARN.exec(roleArn);
    if (roleArn && !role) {
      throw new InputError(
        'kubernetes.io/aws-assume-role is not the ARN of a role',
      );
    }
    if (externalId && !EXTERNAL_ID.test(externalId)) {
      throw new InputError(
        'kubernetes.io/aws-external-id is not an external id',
      );
    }
    const account = await this.#ofAccount(role?.[2] ?? identity.accountId);
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
    // Asked for any other account, the manager would ask STS who we are.
    const isKnown =
      accountId !== undefined &&
      (this.#accounts.has(accountId) || this.#hasDefaultRole);
    const { sdkCredentialProvider } = await this.#manager.getCredentialProvider(
      isKnown ? { accountId } : undefined,
    );
    return sdkCredentialProvider;
  }
}
