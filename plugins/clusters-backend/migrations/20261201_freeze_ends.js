/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('freeze_ends', table => {
    table.comment('How freezes of disruption that are over were ended');
    table.string('identity').primary().comment('Key of the cluster');
    table
      .string('frozen_until', 63)
      .notNullable()
      .comment('The end that git wants; another one is another freeze');
    table
      .string('state', 20)
      .notNullable()
      .comment('opened, asked (a person has to open it) or failed');
    table.text('pull_request_url').comment('Of state opened');
    table.text('problem').comment('Of state failed');
    table
      .text('recipients')
      .notNullable()
      .comment('Who has not been told yet, as a JSON array of references');
    table
      .bigInteger('updated_at')
      .notNullable()
      .comment('Last attempt, in milliseconds since 1970');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('freeze_ends');
};
