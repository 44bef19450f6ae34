import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterMute } from '@clusterworks/plugin-clusters-common';
import { useMutes } from '../../hooks/useMutes';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { type DataColumn, DataTable } from '../DataTable';
import { useReadOnly } from '../ReadOnly';
import { Section } from '../Section';
import { UnmuteButton } from './UnmuteButton';
import { userName } from './userName';

function MuteTable(props: { cluster: string; mutes: ClusterMute[] }) {
  const { cluster, mutes } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  const columns: DataColumn<ClusterMute>[] = [
    {
      id: 'finding',
      header: t('findings.sentence'),
      isRowHeader: true,
      wide: true,
      render: row => row.title,
    },
    {
      id: 'reason',
      header: t('mute.why'),
      wide: true,
      render: row => row.reason,
    },
    { id: 'by', header: t('mute.by'), render: row => userName(row.by) },
    { id: 'at', header: t('mute.at'), render: row => formatTime(row.at) },
    {
      id: 'until',
      header: t('mute.until'),
      render: row => formatTime(row.until),
    },
    {
      id: 'end',
      header: t('mute.end'),
      render: row => (
        <UnmuteButton
          cluster={cluster}
          finding={row.finding}
          label={t('mute.endOf', { title: row.title })}
        />
      ),
    },
  ];
  return (
    <DataTable
      label={t('mute.list')}
      columns={columns}
      rows={mutes}
      rowKey={row => row.finding}
    />
  );
}

/**
 * All mutes of a cluster, also of findings that are gone; absent when there are
 * none.
 */
export function MuteSection(props: { cluster: string }) {
  const { cluster } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { value } = useMutes(cluster);
  if (useReadOnly() || !value || value.items.length === 0) {
    return null;
  }
  return (
    <Section title={t('mute.list')}>
      <MuteTable cluster={cluster} mutes={value.items} />
    </Section>
  );
}
