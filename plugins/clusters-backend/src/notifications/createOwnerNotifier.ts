import type { Knex } from 'knex';
import {
  ComponentOwners,
  type ComponentOwnersOptions,
} from './ComponentOwners';
import type { NotificationPolicy } from './NotificationPolicy';
import {
  NotificationSender,
  type NotificationSenderOptions,
} from './NotificationSender';
import { NotificationStore } from './NotificationStore';
import { OwnerNotifier, type OwnerNotifierOptions } from './OwnerNotifier';

/**
 * Connects the parts that notify owners.
 *
 * @returns undefined without a policy: then nobody is notified
 */
export function createOwnerNotifier(
  options: ComponentOwnersOptions &
    NotificationSenderOptions &
    Pick<OwnerNotifierOptions, 'fleet' | 'sessions'> & {
      knex: Knex;
      policy: NotificationPolicy | undefined;
      /** Id of this backend among those that share the clusters. */
      backendId: string | undefined;
    },
): OwnerNotifier | undefined {
  const { policy, knex, backendId } = options;
  return (
    policy &&
    new OwnerNotifier({
      ...options,
      policy,
      store: new NotificationStore(knex, backendId),
      sender: new NotificationSender(options),
      owners: new ComponentOwners(options),
    })
  );
}
