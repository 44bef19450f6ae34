import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Evidence,
  Finding,
  Remedy,
} from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../../translation';
import { CopyCommand } from '../CopyCommand';
import { DataTable } from '../DataTable';
import { SeverityMark } from '../VerdictMark';
import styles from './FindingDetails.module.css';

/** What to do, in order, with commands that can be copied. */
export function RemedyList(props: { remedy: Remedy[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  if (props.remedy.length === 0) {
    return (
      <Text as="p" color="secondary">
        {t('overview.noRemedy')}
      </Text>
    );
  }
  return (
    <ol className={styles.steps}>
      {props.remedy.map(step => (
        <li key={`${step.text} ${step.command}`}>
          <Text as="p">{step.text}</Text>
          {step.command && <CopyCommand command={step.command} />}
        </li>
      ))}
    </ol>
  );
}

/** The fields that support a finding, as they were read. */
export function EvidenceTable(props: { evidence: Evidence[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <DataTable
      label={t('findings.evidence')}
      columns={[
        {
          id: 'object',
          header: t('findings.object'),
          isRowHeader: true,
          wraps: true,
          render: row => row.object,
        },
        {
          id: 'path',
          header: t('findings.path'),
          wraps: true,
          render: row => <code className={styles.code}>{row.path}</code>,
        },
        {
          id: 'value',
          header: t('findings.value'),
          wide: true,
          render: row => <code className={styles.code}>{row.value}</code>,
        },
      ]}
      rows={props.evidence}
      rowKey={row => `${row.object} ${row.path}`}
    />
  );
}

/** What follows from a finding and is cured with it. */
export function ConsequenceList(props: { findings: Finding[] }) {
  return (
    <ul className={styles.plain}>
      {props.findings.map(finding => (
        <li key={finding.id}>
          <SeverityMark severity={finding.severity} shapeOnly /> {finding.title}
        </li>
      ))}
    </ul>
  );
}
