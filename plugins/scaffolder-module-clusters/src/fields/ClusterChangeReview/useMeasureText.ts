import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Measure } from '@clusterworks/plugin-clusters-common';
import { clusterFormTranslationRef } from '../../translation';

const bounds = { exact: '', atLeast: '≥ ', atMost: '≤ ', estimate: '≈ ' };

function timeOf(seconds: number): string {
  if (seconds < 120) {
    return `${Math.round(seconds)} s`;
  }
  return seconds < 7_200
    ? `${Math.round(seconds / 60)} min`
    : `${Math.round(seconds / 3_600)} h`;
}

/** Numbers with their certainty as text: `12`, `≥ 12`, `— (forbidden)`. */
export function useMeasureText() {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const text = (measure: Measure, format: (value: number) => string) =>
    measure.certainty === 'unknown'
      ? t('blast.unknownValue', { reason: measure.reason })
      : bounds[measure.certainty] + format(measure.value);
  return {
    say: (measure: Measure) => text(measure, String),
    sayTime: (measure: Measure) => text(measure, timeOf),
  };
}
