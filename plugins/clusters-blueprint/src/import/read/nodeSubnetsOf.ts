import type { ImportFacts } from '../ImportFacts';
import type { SpecDraft } from '../SpecDraft';

function sameIds(left: readonly string[], right: readonly string[]): boolean {
  return [...left].sort().join() === [...right].sort().join();
}

/**
 * The subnets of nodes: those that the EC2NodeClasses found, without any those
 * of the node groups.
 */
export function nodeSubnetsOf(
  { aws, snapshot }: ImportFacts,
  draft: SpecDraft,
): string[] {
  const byClass = snapshot.resources.ec2nodeclasses.items.map(each => ({
    what: `EC2NodeClass/${each.name}`,
    ids: each.subnets.map(({ id }) => id).filter(id => id !== ''),
  }));
  const byGroup = aws.nodegroups.map(each => ({
    what: `node group ${each.nodegroupName}`,
    ids: each.subnets,
  }));
  const found = byClass.filter(({ ids }) => ids.length > 0);
  const all = new Set(
    (found.length > 0 ? found : byGroup).flatMap(({ ids }) => ids),
  );
  const ids = [...all].sort();
  for (const each of [...found, ...byGroup]) {
    if (!sameIds(each.ids, ids)) {
      draft.differ(
        each.what,
        `uses the subnets ${each.ids.join(
          ', ',
        )}; the blueprint gives all node subnets to every NodeClass and to the system nodes`,
      );
    }
  }
  return ids;
}
