/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster_notifications', table => {
    table.comment('What owners were notified of, so that it is told once');
    table.string('identity').primary().comment('Key of the cluster');
    table
      .text('state', 'longtext')
      .notNullable()
      .comment('What was told, and what is not sent yet, as JSON');
    table
      .bigInteger('updated_at')
      .notNullable()
      .comment('Milliseconds since 1970');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cluster_notifications');
};
