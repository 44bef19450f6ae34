import type { PolicyQueryUser } from '@backstage/plugin-permission-node';

/** The role of a user in this portal; a guest is in no group. */
export type Role = 'guest' | 'member' | 'platform';

/**
 * The role of a signed-in user.
 *
 * @param platformGroups - groups of the platform team, in lower case
 */
export function roleOf(
  { info }: PolicyQueryUser,
  platformGroups: readonly string[],
): Role {
  const refs = info.ownershipEntityRefs.map(ref =>
    ref.toLocaleLowerCase('en-US'),
  );
  if (refs.some(ref => platformGroups.includes(ref))) {
    return 'platform';
  }
  return refs.some(ref => ref.startsWith('group:')) ? 'member' : 'guest';
}
