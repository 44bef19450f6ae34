import { ButtonLink } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  clusterAnnotations,
  type SpecDifference,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import type { OfferedChange } from './useChangeHref';
import { useAllowedChangeHref } from './useAllowedChangeHref';

function OpenChange(props: { change: OfferedChange; label: string }) {
  const href = useAllowedChangeHref(props.change);
  return href ? (
    <ButtonLink size="small" variant="secondary" href={href}>
      {props.label}
    </ButtonLink>
  ) : null;
}

/**
 * Opens the form whose pull request ends the differences between git and the
 * cluster: files without a cluster are taken out, and all others are edited,
 * beginning with what runs in the cluster. Nothing in git moves a cluster to
 * another region or network. Absent where the cluster comes from no platform
 * repository.
 */
export function ChangeForDifferences(props: {
  differences: readonly SpecDifference[];
}) {
  const { entity } = useEntity();
  const { t } = useTranslationRef(clustersTranslationRef);
  const { name, annotations = {} } = entity.metadata;
  const parts = props.differences
    .filter(({ state }) => state === 'differs')
    .map(({ part }) => part)
    .filter(part => part !== 'region' && part !== 'addresses');
  if (!annotations[clusterAnnotations.specPath] || parts.length === 0) {
    return null;
  }
  const isWithoutCluster =
    parts.includes('entity') && !annotations[clusterAnnotations.problem];
  return isWithoutCluster ? (
    <OpenChange
      change={{ cluster: name, operation: 'decommission' }}
      label={t('change.differences.remove')}
    />
  ) : (
    <OpenChange
      change={{ cluster: name, operation: 'edit', differences: true }}
      label={t('change.differences.mend')}
    />
  );
}
