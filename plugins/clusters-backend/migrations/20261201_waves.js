/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster_waves', table => {
    table.comment('Changes of many clusters, one group after the other');
    table.string('id', 40).primary().comment('Id of the wave');
    table.string('status', 20).notNullable().comment('Whether it still runs');
    table
      .integer('revision')
      .notNullable()
      .comment('Grows with each change: the second of two writers starts anew');
    table
      .text('state', 'longtext')
      .notNullable()
      .comment('Its clusters and how far they are, as JSON');
    table
      .bigInteger('started_at')
      .notNullable()
      .comment('Milliseconds since 1970');
    table.index(['status'], 'cluster_waves_status_idx');
    table.index(['started_at'], 'cluster_waves_started_idx');
  });
  await knex.schema.createTable('cluster_wave_members', table => {
    table.comment('Clusters of waves that are not over: each is in one');
    table.string('identity').primary().comment('Key of the cluster');
    table.string('wave_id', 40).notNullable().comment('Id of the wave');
    table.index(['wave_id'], 'cluster_wave_members_wave_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cluster_wave_members');
  await knex.schema.dropTable('cluster_waves');
};
