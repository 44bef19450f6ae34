import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SourceReport } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { DataTable } from '../DataTable';
import { Section } from '../Section';

/** Which kinds of objects could be read, and why others could not. */
export function SourcesSection(props: { sources: SourceReport[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <Section title={t('findings.sources')}>
      <DataTable
        label={t('findings.sources')}
        columns={[
          {
            id: 'source',
            header: t('findings.source'),
            isRowHeader: true,
            render: row => row.name,
          },
          {
            id: 'state',
            header: t('findings.sourceState'),
            render: row => t(`findings.sourceStates.${row.state}`),
            signature: row => row.state,
          },
          {
            id: 'reason',
            header: t('findings.reason'),
            wide: true,
            render: row => row.reason ?? '',
          },
        ]}
        rows={props.sources}
        rowKey={row => row.name}
      />
    </Section>
  );
}
