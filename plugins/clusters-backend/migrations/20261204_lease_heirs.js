/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('cluster_leases', table => {
    table
      .string('heir')
      .comment('Id of the backend that reads the cluster to take it over');
    table
      .bigInteger('heir_until')
      .comment('Until when the heir counts as one, milliseconds since 1970');
  });
  await knex.schema.alterTable('backends', table => {
    table
      .boolean('leaving')
      .comment('Whether it stops, and others should take its clusters over');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('backends', table => {
    table.dropColumn('leaving');
  });
  await knex.schema.alterTable('cluster_leases', table => {
    table.dropColumn('heir_until');
    table.dropColumn('heir');
  });
};
