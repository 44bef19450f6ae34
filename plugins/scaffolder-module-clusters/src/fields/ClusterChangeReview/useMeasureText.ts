import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Measure } from '@clusterworks/plugin-clusters-common';
import { clusterFormTranslationRef } from '../../translation';
import { useFormat } from '../useFormat';

const bounds = { exact: '', atLeast: '≥ ', atMost: '≤ ', estimate: '≈ ' };

/** The number and the symbol of the unit, which is the same in all languages. */
function inUnit(seconds: number): [number: number, unit: string] {
  if (seconds < 120) {
    return [seconds, 's'];
  }
  return seconds < 7_200 ? [seconds / 60, 'min'] : [seconds / 3_600, 'h'];
}

/** Numbers with their certainty as text: `12`, `≥ 12`, `— (forbidden)`. */
export function useMeasureText() {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const { formatNumber } = useFormat();
  const timeOf = (seconds: number) => {
    const [number, unit] = inUnit(seconds);
    return `${formatNumber(Math.round(number))} ${unit}`;
  };
  const text = (measure: Measure, format: (value: number) => string) =>
    measure.certainty === 'unknown'
      ? t('blast.unknownValue', { reason: measure.reason })
      : bounds[measure.certainty] + format(measure.value);
  return {
    say: (measure: Measure) => text(measure, formatNumber),
    sayTime: (measure: Measure) => text(measure, timeOf),
  };
}
