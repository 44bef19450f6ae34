import { ButtonLink } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  clusterAnnotations,
  type Finding,
} from '@clusterworks/plugin-clusters-common';
import { operationForFinding } from '@clusterworks/plugin-clusters-spec';
import { clustersTranslationRef } from '../../translation';
import { useAllowedChangeHref } from './useAllowedChangeHref';

type Operation = NonNullable<ReturnType<typeof operationForFinding>>;

function OpenChange(props: {
  cluster: string;
  operation: Operation;
  finding: Finding;
}) {
  const { cluster, operation, finding } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const href = useAllowedChangeHref({
    ...{ cluster, operation },
    finding: finding.id,
  });
  return href ? (
    <ButtonLink size="small" variant="secondary" href={href}>
      {t(
        finding.code === 'karpenter/P6'
          ? 'change.findings.budget'
          : `change.findings.${operation}`,
      )}
    </ButtonLink>
  ) : null;
}

/**
 * Opens the form that resolves a finding, with the value that follows from it.
 * Absent where no change of the spec resolves it, and where the cluster comes
 * from no platform repository.
 */
export function ChangeForFinding(props: { finding: Finding }) {
  const { finding } = props;
  const { entity } = useEntity();
  const { name, annotations } = entity.metadata;
  const operation = operationForFinding(finding);
  return operation && annotations?.[clusterAnnotations.specPath] ? (
    <OpenChange cluster={name} operation={operation} finding={finding} />
  ) : null;
}
