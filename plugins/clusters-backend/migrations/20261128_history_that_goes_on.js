const columns = ['cluster', 'at', 'from', 'to', 'headline'];

/** Inserts what a query selects into some columns of a table. */
function insertInto(knex, table, names) {
  const marks = names.map(() => '??').join(', ');
  return knex(knex.raw(`?? (${marks})`, [table, ...names]));
}

/**
 * Changes of a verdict get keys that cannot collide, and history is pruned by a
 * clock that is kept here.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('new_verdict_changes', table => {
    table.comment('Every change of a verdict');
    table.bigIncrements('id').comment('In the order of writing');
    table
      .string('change_id', 300)
      .notNullable()
      .comment('Given by the writer, so that writing twice is writing once');
    table.string('cluster').notNullable().comment('Name of the cluster');
    table.bigInteger('at').notNullable().comment('Milliseconds since 1970');
    table.string('from').nullable().comment('Verdict before, if there was one');
    table.string('to').notNullable().comment('Verdict after');
    table.text('headline').notNullable().comment('What was wrong then');
  });
  await insertInto(knex, 'new_verdict_changes', [
    'change_id',
    ...columns,
  ]).insert(
    knex('verdict_changes')
      .select(knex.raw("?? || '/' || ??", ['cluster', 'at']), ...columns)
      .orderBy('at'),
  );
  await knex.schema.dropTable('verdict_changes');
  await knex.schema.renameTable('new_verdict_changes', 'verdict_changes');
  await knex.schema.alterTable('verdict_changes', table => {
    table.unique(['change_id'], { indexName: 'verdict_changes_change_uniq' });
    table.index(['cluster', 'at'], 'verdict_changes_cluster_idx');
    table.index('at', 'verdict_changes_at_idx');
  });
  await knex.schema.createTable('history_pruning', table => {
    table.comment('One row: up to when history was pruned');
    table.integer('id').primary();
    table
      .bigInteger('pruned_until')
      .notNullable()
      .comment('Milliseconds since 1970; never moves far at once');
  });
  await knex.schema.alterTable('cluster_states', table => {
    table.dropIndex('updated_at', 'cluster_states_updated_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('cluster_states', table => {
    table.index('updated_at', 'cluster_states_updated_idx');
  });
  await knex.schema.dropTable('history_pruning');
  await knex.schema.createTable('old_verdict_changes', table => {
    table.comment('Every change of a verdict');
    table.string('cluster').notNullable().comment('Name of the cluster');
    table.bigInteger('at').notNullable().comment('Milliseconds since 1970');
    table.string('from').nullable().comment('Verdict before, if there was one');
    table.string('to').notNullable().comment('Verdict after');
    table.text('headline').notNullable().comment('What was wrong then');
  });
  // Of several changes in one millisecond only the last fits the old key.
  await insertInto(knex, 'old_verdict_changes', columns).insert(
    knex('verdict_changes')
      .select(columns)
      .whereIn(
        'id',
        knex('verdict_changes').max('id').groupBy('cluster', 'at'),
      ),
  );
  await knex.schema.dropTable('verdict_changes');
  await knex.schema.renameTable('old_verdict_changes', 'verdict_changes');
  await knex.schema.alterTable('verdict_changes', table => {
    table.primary(['cluster', 'at']);
    table.index('at', 'verdict_changes_at_idx');
  });
};
