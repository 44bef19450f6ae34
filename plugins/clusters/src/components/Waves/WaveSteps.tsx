import { Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Wave } from '@clusterworks/plugin-clusters-common';
import { useClusterHref } from '../../hooks/useClusterHref';
import { clustersTranslationRef } from '../../translation';
import { useChangeHref } from '../ChangeMenu';
import { DataTable, type DataColumn } from '../DataTable';
import { RelativeTime } from '../RelativeTime';
import { ShortName } from '../ShortName';
import { VerdictMark } from '../VerdictMark';
import { useWaveWords, type WaveStepView } from './useWaveWords';

function Cluster({ step }: { step: WaveStepView }) {
  const hrefOf = useClusterHref();
  const { cluster, entityRef, verdict } = step;
  return (
    <>
      {verdict && (
        <>
          <VerdictMark verdict={verdict} shapeOnly />{' '}
        </>
      )}
      {entityRef ? (
        <Link href={hrefOf({ entityRef })}>
          <ShortName name={cluster} />
        </Link>
      ) : (
        <ShortName name={cluster} />
      )}
    </>
  );
}

/** The pull request, or the form with which a person opens it. */
function Pull({ step, wave }: { step: WaveStepView; wave: Wave }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const hrefOf = useChangeHref();
  const isOver = wave.status === 'stopped';
  const pull = step.pull ?? (isOver ? undefined : step.other);
  if (step.state === 'toOpen' && !isOver && hrefOf) {
    const operation = wave.change.what === 'images' ? 'images' : 'upgrade';
    return (
      <Link href={hrefOf({ cluster: step.cluster, operation, wave: wave.id })}>
        {t('waves.openIt')}
      </Link>
    );
  }
  return pull ? (
    <Link href={pull.url} target="_blank" rel="noopener noreferrer">
      #{pull.number}
    </Link>
  ) : (
    <>—</>
  );
}

/** The clusters of a wave, in the groups in which they are changed. */
export function WaveSteps({ wave }: { wave: Wave }) {
  const { t } = useTranslationRef(clustersTranslationRef);
  const words = useWaveWords();
  const columns: DataColumn<WaveStepView>[] = [
    {
      id: 'cluster',
      header: t('waves.columns.cluster'),
      isRowHeader: true,
      render: step => <Cluster step={step} />,
    },
    {
      id: 'step',
      header: t('waves.columns.step'),
      wraps: true,
      render: step => (
        <>
          {words.step(step, wave)}
          {step.note && (
            <Text as="p" variant="body-small" color="secondary">
              {step.note}
            </Text>
          )}
        </>
      ),
      signature: step => step.state,
    },
    {
      id: 'waits',
      header: t('waves.columns.waits'),
      wide: true,
      render: step => words.waitsFor(step, wave),
    },
    {
      id: 'pull',
      header: t('waves.columns.pull'),
      render: step => <Pull step={step} wave={wave} />,
    },
    {
      id: 'since',
      header: t('waves.columns.since'),
      priority: 2,
      render: step => <RelativeTime at={step.since} />,
    },
  ];
  return (
    <DataTable
      label={words.name(wave)}
      columns={columns}
      rows={wave.steps}
      rowKey={step => step.cluster}
      groupOf={({ stage, environment }) =>
        t('waves.stage', {
          number: stage + 1,
          environment: environment || t('waves.noEnvironment'),
        })
      }
    />
  );
}
