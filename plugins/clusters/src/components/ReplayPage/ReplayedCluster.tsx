import { useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClustersApiProvider } from '../../hooks/useClustersApi';
import { StoppedClock } from '../../hooks/useNow';
import { useUrlState } from '../../hooks/useUrlState';
import { useFormat } from '../../format';
import type { Replay } from '../../replay/judgeCapture';
import { replayApi } from '../../replay/replayApi';
import { replayEntity } from '../../replay/replayRow';
import { clustersTranslationRef } from '../../translation';
import { CiliumTab } from '../CiliumTab';
import { ClusterOverview } from '../ClusterOverview';
import { FindingsTab } from '../FindingsTab';
import { KarpenterTab } from '../KarpenterTab';
import { ReadOnly } from '../ReadOnly';
import styles from './ReplayPage.module.css';

const TABS = {
  overview: ClusterOverview,
  karpenter: KarpenterTab,
  cilium: CiliumTab,
  findings: FindingsTab,
};
type TabName = keyof typeof TABS;
const names = Object.keys(TABS) as TabName[];

/** The pages of a cluster, as they would have been when it was captured. */
export function ReplayedCluster(props: { replay: Replay }) {
  const { replay } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatTime } = useFormat();
  const [tab, setTab] = useUrlState('tab');
  const api = useMemo(() => replayApi(replay), [replay]);
  const title: Record<TabName, string> = {
    overview: t('replay.overview'),
    karpenter: t('overview.karpenter'),
    cilium: t('overview.cilium'),
    findings: t('findings.tab'),
  };
  return (
    <StoppedClock value={Date.parse(replay.capturedAt)}>
      <ReadOnly value>
        <ClustersApiProvider value={api}>
          <EntityProvider entity={replayEntity}>
            <div className={styles.mark} role="note">
              <Text as="h2" variant="title-small" className={styles.name}>
                {t('replay.of', { cluster: replay.detail.row.name })}
              </Text>
              <Text as="p" variant="body-medium">
                {t('replay.mark', { time: formatTime(replay.capturedAt) })}
              </Text>
            </div>
            <Tabs
              selectedKey={names.find(name => name === tab) ?? 'overview'}
              onSelectionChange={key => setTab(String(key))}
            >
              <TabList>
                {names.map(name => (
                  <Tab key={name} id={name}>
                    {title[name]}
                  </Tab>
                ))}
              </TabList>
              {names.map(name => {
                const Content = TABS[name];
                return (
                  <TabPanel key={name} id={name} className={styles.panel}>
                    <Content />
                  </TabPanel>
                );
              })}
            </Tabs>
          </EntityProvider>
        </ClustersApiProvider>
      </ReadOnly>
    </StoppedClock>
  );
}
