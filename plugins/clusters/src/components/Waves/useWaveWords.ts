import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Wave } from '@clusterworks/plugin-clusters-common';
import { useFormat } from '../../format';
import { clustersTranslationRef } from '../../translation';

export type WaveStepView = Wave['steps'][number];

/** The words in which pages speak of waves. */
export function useWaveWords() {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration, formatTime } = useFormat();

  /**
   * Where a cluster is. A stopped wave begins none any more, and does not look
   * what became of the others.
   */
  function stepOf({ state }: WaveStepView, { status }: Wave): string {
    const step = t(`waves.step.${state}`);
    if (status !== 'stopped' || isEnd(state)) {
      return step;
    }
    return isBeforePull(state)
      ? t('waves.step.notBegun')
      : t('waves.step.whenStopped', { step });
  }

  /** Whom or what a cluster waits for. */
  function waitsFor(step: WaveStepView, { status, change }: Wave): string {
    if (status === 'stopped') {
      return isEnd(step.state) || isBeforePull(step.state)
        ? t('waves.waits.nobody')
        : t('waves.waits.notFollowed');
    }
    switch (step.state) {
      case 'waiting':
        // Nobody's turn comes while it is paused or halted.
        return t(`waves.waits.${status === 'running' ? 'turn' : 'mend'}`);
      case 'blocked':
        return t('waves.waits.other', { title: step.other?.title ?? '' });
      case 'opening':
        return t('waves.waits.app');
      case 'toOpen':
        return t('waves.waits.person');
      case 'open':
        return t('waves.waits.review');
      case 'applying':
        return t(`waves.waits.apply.${change.what}`);
      case 'settling':
        return step.settledAt
          ? t('waves.waits.settled', { time: formatTime(step.settledAt) })
          : t('waves.waits.healthy');
      case 'done':
      case 'skipped':
        return t('waves.waits.nobody');
      default:
        return t('waves.waits.mend');
    }
  }

  /** What is so with the whole wave, in one sentence. */
  function sentence(wave: Wave): string {
    switch (wave.status) {
      case 'halted':
        return t(`waves.sentence.halted.${wave.halt?.reason ?? 'critical'}`, {
          cluster: wave.halt?.cluster ?? t('waves.sentence.hiddenCluster'),
        });
      case 'running': {
        const open = wave.steps.filter(
          ({ state }) => state !== 'done' && state !== 'skipped',
        );
        const stages = wave.steps.map(({ stage }) => stage);
        return t('waves.sentence.running', {
          stage:
            Math.min(...open.map(({ stage }) => stage), ...stages.slice(-1)) +
            1,
          stages: Math.max(0, ...stages) + 1,
        });
      }
      default:
        return t(`waves.sentence.${wave.status}`);
    }
  }

  return {
    name: ({ change }: Pick<Wave, 'change'>) =>
      t('waves.name', {
        what: t(`waves.what.${change.what}`),
        to: change.to,
      }),
    step: stepOf,
    waitsFor,
    sentence,
    facts: (wave: Wave) =>
      [
        t('waves.facts', { user: userName(wave.startedBy) }),
        t('waves.factsAtOnce', { count: wave.atOnce }),
        wave.settleMinutes > 0
          ? t('waves.factsSettle', {
              settle: formatDuration(wave.settleMinutes * 60_000),
            })
          : t('waves.factsHealthy'),
        ...(wave.acceptDegraded ? [t('waves.factsDegraded')] : []),
      ].join(' '),
    progress: ({ steps }: Wave) =>
      t('waves.progress', {
        done: steps.filter(({ state }) => state === 'done').length,
        total: steps.length,
      }),
  };
}

/** States of clusters to which nothing more happens. */
function isEnd(state: WaveStepView['state']): boolean {
  return ['done', 'skipped', 'closed', 'failed', 'gone'].includes(state);
}

/** States of clusters that have no pull request of the wave yet. */
function isBeforePull(state: WaveStepView['state']): boolean {
  return ['waiting', 'blocked', 'opening', 'toOpen'].includes(state);
}

/** `jane` of `user:default/jane`. */
export function userName(ref: string): string {
  try {
    return parseEntityRef(ref).name;
  } catch {
    return ref;
  }
}
