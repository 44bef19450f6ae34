import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Finding } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { type DataColumn, DataTable } from '../DataTable';
import { useReadOnly } from '../ReadOnly';
import { Section } from '../Section';
import { SeverityMark } from '../VerdictMark';
import type { FindingSpell } from './findingSpells';
import { useFindingSpells, useSpellText } from './useFindingSpells';

const MAX_SHOWN = 50;

/**
 * Findings that were there in the last seven days and are gone, the newest
 * first; absent when there are none.
 */
export function GoneFindings(props: {
  cluster: string;
  findings: readonly Finding[];
}) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const spellText = useSpellText();
  const isReadOnly = useReadOnly();
  const there = new Set(props.findings.map(({ id }) => id));
  const gone = useFindingSpells(props.cluster).filter(
    ({ finding, until }) => until && !there.has(finding),
  );
  if (isReadOnly || gone.length === 0) {
    return null;
  }
  const columns: DataColumn<FindingSpell>[] = [
    {
      id: 'severity',
      header: t('findings.severity'),
      inBlock: 'lead',
      render: row => <SeverityMark severity={row.severity} />,
    },
    {
      id: 'title',
      header: t('findings.sentence'),
      isRowHeader: true,
      wide: true,
      render: row => row.title,
    },
    {
      id: 'code',
      header: t('findings.code'),
      priority: 3,
      render: row => row.code,
    },
    { id: 'was', header: t('findings.was'), wraps: true, render: spellText },
  ];
  return (
    <Section title={t('findings.gone')}>
      <DataTable
        label={t('findings.gone')}
        columns={columns}
        rows={gone.slice(0, MAX_SHOWN)}
        rowKey={row => `${row.finding} ${row.until}`}
      />
    </Section>
  );
}
