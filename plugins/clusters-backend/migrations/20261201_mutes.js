/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster_mutes', table => {
    table.comment('Findings of which nobody is told for some time');
    table.string('identity').notNullable().comment('Key of the cluster');
    table.string('finding', 200).notNullable().comment('Id of the finding');
    table.text('title').notNullable().comment('Its sentence when it was muted');
    table.text('reason').notNullable().comment('Why it is muted');
    table.text('muted_by').notNullable().comment('Reference of the user');
    table
      .bigInteger('muted_at')
      .notNullable()
      .comment('Milliseconds since 1970');
    table
      .bigInteger('muted_until')
      .notNullable()
      .comment('When it ends by itself; milliseconds since 1970');
    table.primary(['identity', 'finding']);
    table.index(['muted_until'], 'cluster_mutes_until_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cluster_mutes');
};
