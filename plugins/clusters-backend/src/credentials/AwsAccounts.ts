import type { Config } from '@backstage/config';

/** The AWS accounts for which the portal has separate credentials. */
export class AwsAccounts {
  readonly #listed: ReadonlySet<string>;
  readonly #hasDefaultRole: boolean;

  constructor(config: Config) {
    this.#listed = new Set(
      (config.getOptionalConfigArray('aws.accounts') ?? []).map(account =>
        account.getString('accountId'),
      ),
    );
    this.#hasDefaultRole = config.has('aws.accountDefaults.roleName');
  }

  /**
   * Whether tokens for an account's clusters are signed with that account's
   * credentials.
   */
  has(accountId: string): boolean {
    return this.#listed.has(accountId) || this.#hasDefaultRole;
  }
}
