import { type Entity, RELATION_MEMBER_OF } from '@backstage/catalog-model';
import type { Requester } from '@clusterworks/plugin-clusters-changes-node';

/** Who runs the template, as a pull request names them. */
export function requesterOf(
  user: { entity?: Entity; ref?: string } | undefined,
): Requester {
  const groups = user?.entity?.relations
    ?.filter(({ type }) => type === RELATION_MEMBER_OF)
    .map(({ targetRef }) => targetRef);
  return {
    ...(user?.ref ? { ref: user.ref } : {}),
    ...(groups ? { groups } : {}),
  };
}
