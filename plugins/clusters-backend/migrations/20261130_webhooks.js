/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('webhook_messages', table => {
    table.comment('Messages to other systems that are not delivered');
    table.bigIncrements('id').comment('Order of the messages');
    table
      .string('message_id', 40)
      .notNullable()
      .comment('What receivers recognize a repeated message by');
    table.string('webhook', 40).notNullable().comment('Name of the webhook');
    table.string('identity').notNullable().comment('Key of the cluster');
    table.text('cluster').notNullable().comment('Name of the cluster');
    table.text('body').notNullable().comment('What is sent, as JSON');
    table
      .bigInteger('created_at')
      .notNullable()
      .comment('Milliseconds since 1970');
    table.integer('attempts').notNullable().comment('How often it was sent');
    table
      .bigInteger('next_at')
      .notNullable()
      .comment('Not sent before; milliseconds since 1970');
    table.text('reason').comment('Why the last attempt failed');
    table
      .bigInteger('dead_at')
      .comment('When it was given up; milliseconds since 1970');
    table.unique(['message_id'], {
      indexName: 'webhook_messages_message_uniq',
    });
    table.index(['webhook', 'identity', 'id'], 'webhook_messages_order_idx');
    table.index(['webhook', 'dead_at'], 'webhook_messages_dead_idx');
    table.index(['created_at'], 'webhook_messages_created_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('webhook_messages');
};
