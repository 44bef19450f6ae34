import { Checkbox, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  type Check,
  reasonWithoutCommand,
} from '@clusterworks/plugin-clusters-common';
import { useUrlState } from '../../hooks/useUrlState';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';
import { CopyCommand } from '../CopyCommand';
import { DataTable } from '../DataTable';
import { Section } from '../Section';
import styles from './FindingsTab.module.css';

/** The outcome of each rule; those that passed are folded. */
export function ChecksSection(props: { checks: Check[] }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatNumber } = useFormat();
  const [all, setAll] = useUrlState('checks');
  const count = (state: Check['state']) =>
    formatNumber(props.checks.filter(check => check.state === state).length);
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
            wraps: true,
            render: row => (
              <>
                {row.title ?? row.code}
                {row.title && <span className={styles.code}>{row.code}</span>}
              </>
            ),
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
            render: row => (
              <>
                {reasonWithoutCommand(row)}
                {row.command && <CopyCommand command={row.command} />}
              </>
            ),
          },
        ]}
        rows={rows}
        rowKey={row => row.code}
      />
    </Section>
  );
}
