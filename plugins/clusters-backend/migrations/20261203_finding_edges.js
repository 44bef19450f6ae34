/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('finding_changes', table => {
    table
      .boolean('or_earlier')
      .comment('Whether it happened at that time or earlier, unseen');
    // The newest change of each finding.
    table.index(['identity', 'finding', 'id'], 'finding_changes_finding_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('finding_changes', table => {
    table.dropIndex(
      ['identity', 'finding', 'id'],
      'finding_changes_finding_idx',
    );
    table.dropColumn('or_earlier');
  });
};
