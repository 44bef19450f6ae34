import { Card, CardBody, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterDetail } from '@clusterworks/plugin-clusters-common';
import { useClusterHistory } from '../../hooks/useCluster';
import { useMerges } from '../../hooks/useMerges';
import { useTimeRange } from '../../hooks/useTimeRange';
import { clustersTranslationRef } from '../../translation';
import { DecommissionNotice, FreezeNotice } from '../ChangeMenu';
import {
  ClusterPanel,
  ConnectionStateNotice,
  OtherClaimsNotice,
} from '../ClusterPanel';
import { Checklist } from '../Checklist';
import { CostShares } from '../CostShares';
import { CreationSteps } from '../CreationSteps';
import { DayChart } from '../DayChart';
import { DayEvents } from '../DayEvents';
import { SinceLastVisit } from '../LastVisit';
import { OtherFindings } from '../OtherFindings';
import { useReadOnly } from '../ReadOnly';
import { LoadingRows } from '../StateNotice';
import { LinksSummary } from './LinksSummary';
import { RootFinding } from './RootFinding';
import { otherFindingsOf, rootFindingOf } from './rootFindingOf';
import {
  CiliumSummary,
  ClusterSummary,
  KarpenterSummary,
} from './SummaryCards';
import { SpecDifferences } from './SpecDifferences';
import { Trends } from './Trends';
import { VerdictDoubt } from './VerdictDoubt';
import { VerdictSentence } from './VerdictSentence';
import styles from './ClusterOverview.module.css';

function OverviewBody(props: { detail: ClusterDetail }) {
  const { detail } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { row, assessment, view } = detail;
  const root = rootFindingOf(detail);
  const isReadOnly = useReadOnly();
  const { value, loading } = useClusterHistory(row.name, '24h');
  const history = isReadOnly ? undefined : value;
  const merges = useMerges(row.name, !loading);
  const isWaiting = !isReadOnly && (loading || merges.isAwaited);
  const [range, setRange] = useTimeRange();
  return (
    <div className={styles.overview}>
      <VerdictSentence row={row} />
      <DecommissionNotice row={row} />
      <FreezeNotice />
      <ConnectionStateNotice detail={detail} />
      <CreationSteps row={row} />
      <OtherClaimsNotice row={row} />
      {assessment && <VerdictDoubt assessment={assessment} />}
      {root && assessment && (
        <RootFinding finding={root} assessment={assessment} />
      )}
      <OtherFindings findings={otherFindingsOf(detail, root)} />
      {isReadOnly && (
        <Text as="p" color="secondary">
          {t('replay.noHistory')}
        </Text>
      )}
      {!isReadOnly && (
        <SinceLastVisit
          cluster={row.name}
          findings={assessment?.findings}
          onRange={setRange}
        />
      )}
      {history && !isWaiting && (
        <>
          <DayChart
            history={history}
            merges={merges.merges}
            range={range}
            onRange={setRange}
          />
          <DayEvents
            detail={detail}
            history={history}
            merges={merges}
            range={range}
            onRange={setRange}
          />
        </>
      )}
      {isWaiting ? (
        // The history would push down what is shown before it. Of a cluster
        // that was never seen, it is short.
        <LoadingRows rows={view ? 8 : 4} fillsWindow={view !== undefined} />
      ) : (
        <div className={styles.summaries}>
          <SpecDifferences row={row} />
          {view && <KarpenterSummary view={view} />}
          {view && <CiliumSummary view={view} />}
          {view && <ClusterSummary view={view} />}
          {history && <Trends history={history} />}
          {assessment && (
            <Checklist
              checks={assessment.checks}
              findings={assessment.findings}
            />
          )}
          {view && <CostShares view={view} />}
          {!isReadOnly && <LinksSummary detail={detail} />}
        </div>
      )}
    </div>
  );
}

/** What is wrong with the cluster, since when, and what to do about it. */
export function ClusterOverview() {
  const { t } = useTranslationRef(clustersTranslationRef);
  return (
    <Card aria-label={t('overview.title')}>
      <CardBody className={styles.body}>
        <ClusterPanel>
          {detail => <OverviewBody detail={detail} />}
        </ClusterPanel>
      </CardBody>
    </Card>
  );
}
