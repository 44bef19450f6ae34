import { useCallback } from 'react';
import { ButtonLink, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Wave } from '@clusterworks/plugin-clusters-common';
import { useParams } from 'react-router-dom';
import { clustersApiRef } from '../../api';
import { useLive } from '../../hooks/useLive';
import { useWaveHrefs } from '../../hooks/useWaveHrefs';
import { clustersTranslationRef } from '../../translation';
import { ReadableTones } from '../ReadableTones';
import { LoadingRows, RequestErrorNotice } from '../StateNotice';
import { useWaveWords } from './useWaveWords';
import { WaveCommands } from './WaveCommands';
import { WaveLog } from './WaveLog';
import { WaveStatus } from './WaveStatus';
import { WaveSteps } from './WaveSteps';
import styles from './Waves.module.css';

function WaveView(props: { wave: Wave; refresh: () => void }) {
  const { wave, refresh } = props;
  const { t } = useTranslationRef(clustersTranslationRef);
  const words = useWaveWords();
  const hrefs = useWaveHrefs();
  return (
    <>
      <div className={styles.top}>
        <div className={styles.lead}>
          <Text as="h1" variant="title-small">
            {words.name(wave)}
          </Text>
          <Text as="p" variant="body-medium" role="status">
            <WaveStatus status={wave.status} />: {words.sentence(wave)}
          </Text>
          {wave.halt?.message && (
            <Text as="p" variant="body-small">
              {wave.halt.message}
            </Text>
          )}
          <Text as="p" variant="body-small" color="secondary">
            {words.progress(wave)}. {words.facts(wave)}
          </Text>
        </div>
        <div className={styles.actions}>
          <ButtonLink variant="secondary" size="medium" href={hrefs.all}>
            {t('waves.all')}
          </ButtonLink>
          <WaveCommands wave={wave} onDone={refresh} />
        </div>
      </div>
      <WaveSteps wave={wave} />
      {wave.hidden > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('waves.hidden', { count: wave.hidden })}
        </Text>
      )}
      <WaveLog log={wave.log} />
    </>
  );
}

/** One change of many clusters: who is where, and who is waited for. */
export function WavePage() {
  const { id = '' } = useParams();
  const clustersApi = useApi(clustersApiRef);
  const load = useCallback(
    (signal: AbortSignal) => clustersApi.getWave(id, { signal }),
    [clustersApi, id],
  );
  const { value, error, refresh } = useLive({
    owner: clustersApi,
    key: `wave ${id}`,
    load,
  });
  const content = () => {
    if (value) {
      return <WaveView wave={value} refresh={refresh} />;
    }
    return error ? (
      <RequestErrorNotice error={error} onRetry={refresh} />
    ) : (
      <LoadingRows rows={6} />
    );
  };
  return (
    <ReadableTones as="main">
      <div className={styles.page}>{content()}</div>
    </ReadableTones>
  );
}
