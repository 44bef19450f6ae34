import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  FleetRow,
  OtherClaim,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { StateNotice } from '../StateNotice';

/**
 * Says why an entity shows nothing of a cluster that another entity
 * represents.
 */
export function RefusedNotice(props: {
  reason: OtherClaim['reason'];
  name: string;
  /** Reference of the entity that represents the cluster. */
  holder: string;
}) {
  const { reason, name, holder } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <StateNotice
      kind="forbidden"
      title={t(`claims.${reason}Title`)}
      text={t(`claims.${reason}Text`, { name, holder })}
    />
  );
}

/** Names the other entities that claim a cluster, or its name. */
export function OtherClaimsNotice(props: { row: FleetRow }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <>
      {props.row.otherClaims?.map(({ entityRef, reason }, index) => (
        <StateNotice
          key={`${reason} ${entityRef ?? index}`}
          kind="forbidden"
          title={t(`claims.${reason}Other`, {
            other: entityRef ?? t('claims.hidden'),
          })}
        />
      ))}
    </>
  );
}
