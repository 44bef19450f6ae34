import type { FleetEntry } from '../fleet/FleetStore';
import type { ComponentOwners } from './ComponentOwners';
import type { ClusterConditions, NotificationKind } from './Condition';
import { conditionsOf } from './conditionsOf';
import type { NotificationPolicy } from './NotificationPolicy';

/**
 * The reasons to notify somebody of a cluster, from all that is shown of it.
 *
 * @param open - kinds of which somebody was told and that are not resolved
 */
export async function lookAtCluster(
  { row, body, held }: FleetEntry,
  open: ReadonlySet<NotificationKind>,
  options: { policy: NotificationPolicy; owners: ComponentOwners; now: number },
): Promise<ClusterConditions | undefined> {
  const { policy, owners, now } = options;
  // Parsing is the most expensive part, and needless for most clusters.
  const asksFindings = row.findings.critical > 0 || open.has('critical');
  const asksOwners =
    open.has('blocker') ||
    held?.some(({ since }) => now - since >= policy.heldMs) === true;
  // To whom workloads belong decides who is told of them.
  const knowsOwners = asksOwners && (await canRefresh(owners));
  return conditionsOf(
    {
      row,
      assessment: asksFindings ? body.assessment() : undefined,
      held: knowsOwners ? held : undefined,
      ownerOf: ({ namespace, labels }) =>
        owners.ownerOf({ cluster: row.name, namespace, labels }),
    },
    policy,
    now,
  );
}

async function canRefresh(owners: ComponentOwners): Promise<boolean> {
  try {
    await owners.refresh();
    return true;
  } catch {
    return false;
  }
}
