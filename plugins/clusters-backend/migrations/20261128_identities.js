const { randomUUID } = require('node:crypto');

const tables = ['cluster_states', 'history_points', 'verdict_changes'];
const BATCH = 20;

const keyOf = name => name.toLocaleLowerCase('en-US');

function renameColumn(knex, table, from, to) {
  return knex.raw('alter table ?? rename column ?? to ??', [table, from, to]);
}

async function namesOf(knex) {
  const names = new Set();
  for (const table of tables) {
    for (const { cluster } of await knex(table).distinct('cluster')) {
      names.add(cluster);
    }
  }
  return [...names].sort();
}

/** Whose state is stored under a name: the row in it says so. */
async function readOwners(knex, names) {
  const owners = new Map();
  for (let start = 0; start < names.length; start += BATCH) {
    const rows = await knex('cluster_states')
      .whereIn('cluster', names.slice(start, start + BATCH))
      .select('cluster', 'detail');
    for (const { cluster, detail } of rows) {
      try {
        const { entityRef, owner } = JSON.parse(detail).row;
        owners.set(cluster, { entityRef: String(entityRef), owner });
      } catch {
        // What cannot be read tells nothing.
      }
    }
  }
  return owners;
}

/** Why what is stored under a name may belong to more than one cluster. */
function doubtOf(name, names, owners) {
  const others = names.filter(
    other => other !== name && keyOf(other) === keyOf(name),
  );
  if (others.length > 0) {
    return `${others.join(', ')} differs from it in case only`;
  }
  return owners.has(name) ? null : 'nothing says whose cluster it was';
}

/**
 * What is stored of a cluster belongs to its identity instead of its name. What
 * there is keeps its key, the name; the first look at the catalog tells whose it
 * is. What may belong to several clusters is set aside and shown to nobody.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('cluster_identities', table => {
    table.comment('Clusters that there are, or were a while ago');
    table.string('id').primary().comment('Key of all that is stored of it');
    table
      .bigInteger('number')
      .notNullable()
      .comment('Grows in the order in which clusters were first seen');
    table.text('name').notNullable().comment('How it is called');
    table.text('entity_ref').notNullable().comment('Its entity');
    table.text('owner').nullable().comment('Entity reference of its owner');
    table
      .string('source', 40)
      .nullable()
      .comment('What kind of source describes it; none for a name of old');
    table.text('place').nullable().comment('Where it is described');
    table.text('arn').nullable().comment('ARN in EKS, once known');
    table.text('endpoint').nullable().comment('API server and EKS name');
    table
      .bigInteger('named_since')
      .notNullable()
      .comment('Since when it has its name: who was first keeps it');
    table
      .bigInteger('gone_since')
      .nullable()
      .comment('Since when nothing describes it any more');
    table
      .text('set_aside')
      .nullable()
      .comment('Why what is stored of it is shown to nobody');
  });
  await knex.schema.createTable('identity_changes', table => {
    table.comment('One row, locked by whoever changes identities');
    table.integer('id').primary();
    table.bigInteger('count').notNullable().comment('Changes so far');
  });
  await knex('identity_changes').insert({ id: 1, count: 0 });

  const names = await namesOf(knex);
  const owners = await readOwners(knex, names);
  const rows = names.map((name, index) => {
    const { entityRef = '', owner = null } = owners.get(name) ?? {};
    return {
      id: name,
      number: index + 1,
      name,
      entity_ref: entityRef,
      owner,
      named_since: 0,
      set_aside: doubtOf(name, names, owners),
    };
  });
  for (let start = 0; start < rows.length; start += BATCH) {
    await knex('cluster_identities').insert(rows.slice(start, start + BATCH));
  }
  // Nobody reads a cluster while this runs.
  await knex('cluster_leases').delete();
  for (const table of [...tables, 'cluster_leases']) {
    await renameColumn(knex, table, 'cluster', 'identity');
  }
};

/**
 * Back to names. Of several clusters of one name it goes to the one that was
 * there last; what is stored of the others stays, under their keys.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('cluster_leases').delete();
  for (const table of [...tables, 'cluster_leases']) {
    await renameColumn(knex, table, 'identity', 'cluster');
  }
  const identities = await knex('cluster_identities').select();
  const move = async (from, to) => {
    for (const table of tables) {
      await knex(table).where({ cluster: from }).update({ cluster: to });
    }
  };
  const heirs = new Map();
  for (const identity of identities) {
    const { name, set_aside: setAside } = identity;
    const other = heirs.get(name);
    if (!setAside && (!other || isNewer(identity, other))) {
      heirs.set(name, identity);
    }
  }
  const isHeir = ({ id, name }) => heirs.get(name)?.id === id;
  const ids = new Set(identities.map(({ id }) => id));
  for (const [name] of heirs) {
    const inTheWay = ids.has(name) && heirs.get(name).id !== name;
    if (inTheWay) {
      await move(name, randomUUID());
    }
  }
  for (const identity of identities.filter(isHeir)) {
    if (identity.id !== identity.name) {
      await move(identity.id, identity.name);
    }
  }
  await knex.schema.dropTable('identity_changes');
  await knex.schema.dropTable('cluster_identities');
};

/** One that is there is newer than one that is gone. */
function isNewer(one, other) {
  const [left, right] = [one, other].map(({ gone_since: gone, number }) => [
    gone === null ? Infinity : Number(gone),
    Number(number),
  ]);
  return left[0] === right[0] ? left[1] > right[1] : left[0] > right[0];
}
