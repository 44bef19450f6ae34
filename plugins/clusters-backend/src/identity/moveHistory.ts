import type { Knex } from 'knex';

/**
 * Moves the history of one identity to the identity that it was merged into.
 * The newest state is deleted, because the other identity's state is more
 * complete.
 */
export async function moveHistory(
  knex: Knex,
  from: string,
  into: string,
): Promise<void> {
  // Leases are locked first, as in every save of a state: another order could
  // cause a deadlock.
  await knex('cluster_leases').where({ identity: from }).delete();
  const taken = knex('history_points').where({ identity: into }).select('at');
  await knex('history_points')
    .where({ identity: from })
    .whereNotIn('at', taken)
    .update({ identity: into });
  await knex('history_points').where({ identity: from }).delete();
  await knex('verdict_changes')
    .where({ identity: from })
    .update({ identity: into });
  await knex('cluster_states').where({ identity: from }).delete();
  await knex('cluster_notifications').where({ identity: from }).delete();
  // Findings of one identity have other ids than those of another.
  await knex('cluster_mutes').where({ identity: from }).delete();
  await knex('finding_changes').where({ identity: from }).delete();
}
