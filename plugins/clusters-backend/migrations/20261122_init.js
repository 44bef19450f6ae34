/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster_states', table => {
    table.comment(
      'The newest state of every cluster, to show it after a restart',
    );
    table.string('cluster').primary().comment('Name of the cluster');
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Grows with every change');
    table
      .text('detail', 'longtext')
      .notNullable()
      .comment('ClusterDetail as JSON');
    table
      .text('memory', 'longtext')
      .nullable()
      .comment("The rules' memory as JSON");
    table
      .bigInteger('updated_at')
      .notNullable()
      .comment('Milliseconds since 1970');
    table.index('updated_at', 'cluster_states_updated_idx');
  });
  await knex.schema.createTable('history_points', table => {
    table.comment('Small snapshots of every cluster, for trends');
    table.string('cluster').notNullable().comment('Name of the cluster');
    table.bigInteger('at').notNullable().comment('Milliseconds since 1970');
    table.text('point').notNullable().comment('HistoryPoint as JSON');
    table.primary(['cluster', 'at']);
    table.index('at', 'history_points_at_idx');
  });
  await knex.schema.createTable('verdict_changes', table => {
    table.comment('Every change of a verdict');
    table.string('cluster').notNullable().comment('Name of the cluster');
    table.bigInteger('at').notNullable().comment('Milliseconds since 1970');
    table.string('from').nullable().comment('Verdict before, if there was one');
    table.string('to').notNullable().comment('Verdict after');
    table.text('headline').notNullable().comment('What was wrong then');
    table.primary(['cluster', 'at']);
    table.index('at', 'verdict_changes_at_idx');
  });
  await knex.schema.createTable('cluster_leases', table => {
    table.comment('Which backend reads which cluster');
    table.string('cluster').primary().comment('Name of the cluster');
    table.string('owner').notNullable().comment('Id of the backend');
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment('Milliseconds since 1970');
    table.index('expires_at', 'cluster_leases_expires_idx');
  });
  await knex.schema.createTable('backends', table => {
    table.comment('Backends that share the clusters among them');
    table.string('id').primary().comment('Id of the backend');
    table
      .bigInteger('seen_at')
      .notNullable()
      .comment('Milliseconds since 1970');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('backends');
  await knex.schema.dropTable('cluster_leases');
  await knex.schema.dropTable('verdict_changes');
  await knex.schema.dropTable('history_points');
  await knex.schema.dropTable('cluster_states');
};
