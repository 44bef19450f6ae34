/**
 * Permissions of a user without a group: reading everything except clusters.
 */
export const guestPermissions: ReadonlySet<string> = new Set([
  'catalog.entity.read',
]);

/**
 * Permissions of a member of any group; on a cluster, of a member of the group
 * that owns it.
 */
export const memberPermissions: ReadonlySet<string> = new Set([
  ...guestPermissions,
  'catalog.entity.refresh',
  'clusters.cluster.decommission',
  'clusters.cluster.edit',
  'clusters.cluster.freeze',
  'clusters.cluster.handover',
  'clusters.cluster.images',
  'clusters.cluster.mute',
  'clusters.cluster.pool',
  'clusters.cluster.read',
  'clusters.cluster.upgrade',
  'clusters.render',
  'kubernetes.clusters.read',
  'kubernetes.resources.read',
  // Members may run templates of the catalog, but not their own: a template
  // decides how the portal's repository token is used.
  'scaffolder.action.execute',
  'scaffolder.task.cancel',
  'scaffolder.task.create',
  'scaffolder.task.read',
  'scaffolder.template.parameter.read',
  'scaffolder.template.step.read',
]);
