import { Link, Text } from '@backstage/ui';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  clusterAnnotations,
  type FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { StateNotice } from '../StateNotice';
import { useAllowedChangeHref } from './useAllowedChangeHref';

function RemoveOrKeep({ cluster }: { cluster: string }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const href = useAllowedChangeHref({ cluster, operation: 'decommission' });
  return href ? <Link href={href}>{t('decommission.next')}</Link> : null;
}

/** The stage of a decommission, in words of the messages. */
function stageOf({ phase, drained, provisioned }: FleetRow) {
  if (drained) {
    return provisioned ? 'ready' : 'destroyed';
  }
  return phase === 'draining' ? 'draining' : 'marked';
}

/** Says that the cluster is being taken down on purpose, and how far that is. */
export function DecommissionNotice(props: { row: FleetRow }) {
  const { entity } = useEntity();
  const { t } = useTranslationRef(clustersTranslationRef);
  if (!entity.metadata.annotations?.[clusterAnnotations.decommission]) {
    return null;
  }
  const stage = stageOf(props.row);
  return (
    <StateNotice
      kind="connecting"
      title={t(`decommission.titles.${stage}`)}
      text={<Text as="span">{t(`decommission.texts.${stage}`)}</Text>}
      action={<RemoveOrKeep cluster={entity.metadata.name} />}
    />
  );
}
