/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('finding_changes', table => {
    table.comment('When findings came and went');
    table.bigIncrements('id').comment('In the order of writing');
    table
      .string('change_id', 100)
      .notNullable()
      .comment('Given by the writer, so that writing twice is writing once');
    table.string('identity').notNullable().comment('Key of the cluster');
    table.bigInteger('at').notNullable().comment('Milliseconds since 1970');
    table.string('finding', 200).notNullable().comment('Id of the finding');
    table.string('change', 10).notNullable().comment('came or went');
    table.string('code', 200).notNullable().comment('Code of its rule');
    table.string('severity', 20).notNullable().comment('How bad it was');
    table.text('title').notNullable().comment('Its sentence then');
    table.unique(['change_id'], { indexName: 'finding_changes_change_uniq' });
    table.index(['identity', 'at'], 'finding_changes_identity_idx');
    table.index('at', 'finding_changes_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('finding_changes');
};
