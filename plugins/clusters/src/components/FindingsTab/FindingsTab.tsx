import { Checkbox, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Assessment,
  Check,
  Finding,
  SourceReport,
} from '@clusterworks/plugin-clusters-common';
import { useUrlSet, useUrlState } from '../../hooks/useUrlState';
import { clustersTranslationRef } from '../../translation';
import { AgeChip } from '../AgeChip';
import { ClusterPanel, ConnectionStateNotice } from '../ClusterPanel';
import { DataTable, type DataColumn } from '../DataTable';
import {
  ConsequenceList,
  consequencesOf,
  EvidenceTable,
  RemedyList,
  subjectText,
} from '../FindingDetails';
import { RelativeTime } from '../RelativeTime';
import { Section } from '../Section';
import { SeverityMark } from '../VerdictMark';
import styles from './FindingsTab.module.css';

function FindingBody(props: { finding: Finding; all: Finding[] }) {
  const { finding, all } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const consequences = consequencesOf(finding, all);
  return (
    <div className={styles.body}>
      <section>
        <Text as="h4" weight="bold">
          {t('findings.remedy')}
        </Text>
        <RemedyList remedy={finding.remedy} />
      </section>
      {finding.evidence.length > 0 && (
        <section>
          <Text as="h4" weight="bold">
            {t('findings.evidence')}
          </Text>
          <EvidenceTable evidence={finding.evidence} />
        </section>
      )}
      {consequences.length > 0 && (
        <section>
          <Text as="h4" weight="bold">
            {t('findings.consequences')}
          </Text>
          <ConsequenceList findings={consequences} />
        </section>
      )}
      <Text as="p" variant="body-small" color="secondary">
        {t('findings.rule', { code: finding.code })} · {finding.rule}
      </Text>
    </div>
  );
}

function FindingsTable(props: { findings: Finding[] }) {
  const { findings } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const open = useUrlSet('open');
  const columns: DataColumn<Finding>[] = [
    {
      id: 'severity',
      header: t('findings.severity'),
      render: row => <SeverityMark severity={row.severity} />,
      signature: row => row.severity,
    },
    {
      id: 'title',
      header: t('findings.sentence'),
      isRowHeader: true,
      wide: true,
      render: row => row.title,
      signature: row => row.title,
    },
    {
      id: 'subject',
      header: t('findings.subject'),
      priority: 2,
      wraps: true,
      render: subjectText,
    },
    {
      id: 'since',
      header: t('findings.since'),
      align: 'end',
      render: row => (row.since ? <RelativeTime at={row.since} /> : '—'),
    },
  ];
  return (
    <DataTable
      label={t('findings.title')}
      columns={columns}
      rows={findings}
      rowKey={row => row.id}
      details={{
        isOpen: row => open.has(row.id),
        onToggle: row => open.toggle(row.id),
        label: row => t('findings.open', { title: row.title }),
        render: row => <FindingBody finding={row} all={findings} />,
      }}
    />
  );
}

function SourcesSection(props: { sources: SourceReport[] }) {
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

function ChecksSection(props: { checks: Check[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const [all, setAll] = useUrlState('checks');
  const count = (state: Check['state']) =>
    String(props.checks.filter(check => check.state === state).length);
  const rows = props.checks.filter(
    check =>
      all === 'all' || check.state === 'unknown' || check.state === 'fired',
  );
  return (
    <Section
      title={t('findings.checks')}
      aside={
        <Text variant="body-small" color="secondary">
          {t('overview.checksSummary', {
            passed: count('pass'),
            fired: count('fired'),
            unknown: count('unknown'),
          })}
        </Text>
      }
    >
      <Checkbox
        isSelected={all === 'all'}
        onChange={isSelected => setAll(isSelected ? 'all' : '')}
      >
        {t('findings.showPassed')}
      </Checkbox>
      <DataTable
        label={t('findings.checks')}
        columns={[
          {
            id: 'code',
            header: t('findings.code'),
            isRowHeader: true,
            render: row => row.code,
          },
          {
            id: 'outcome',
            header: t('findings.outcome'),
            render: row => t(`findings.outcomes.${row.state}`),
            signature: row => row.state,
          },
          {
            id: 'reason',
            header: t('findings.reason'),
            wide: true,
            render: row => row.reason ?? '',
          },
        ]}
        rows={rows}
        rowKey={row => row.code}
      />
    </Section>
  );
}

function FindingsList(props: { assessment: Assessment }) {
  const { findings, checks } = props.assessment;
  const { t } = useTranslationRef(clustersTranslationRef);
  if (findings.length > 0) {
    return <FindingsTable findings={findings} />;
  }
  const hasUnknown = checks.some(check => check.state === 'unknown');
  return (
    <Text as="p">
      {t(hasUnknown ? 'findings.noneUnknown' : 'findings.none')}
    </Text>
  );
}

/** What was found on a cluster, and what could not be looked at. */
export function FindingsTab() {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <ClusterPanel>
      {({ row, assessment, view }) => (
        <>
          <ConnectionStateNotice detail={{ row, assessment, view }} />
          {assessment && (
            <>
              <Section
                title={t('findings.title')}
                aside={
                  <AgeChip
                    connection={row.connection}
                    observedAt={row.observedAt}
                  />
                }
              >
                <FindingsList assessment={assessment} />
              </Section>
              <SourcesSection sources={assessment.sources} />
              <ChecksSection checks={assessment.checks} />
            </>
          )}
        </>
      )}
    </ClusterPanel>
  );
}
