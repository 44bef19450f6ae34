import { useMemo } from 'react';
import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { Measure } from '@clusterworks/plugin-clusters-common';
import { clustersTranslationRef } from '../translation';
import { formatAmount } from './formatAmount';
import { formatDuration } from './formatDuration';
import { formatMeasure, type MeasureText } from './formatMeasure';
import { formatShare } from './formatShare';
import {
  formatDate,
  formatHour,
  formatTime,
  formatWeekday,
} from './formatTime';
import { numberFormat } from './intlFormats';
import { reasonText } from './reasonText';
import { resourceLabel } from './resourceLabel';

type Unknown = Extract<Measure, { certainty: 'unknown' }>;
type Translate = TranslationFunction<(typeof clustersTranslationRef)['T']>;

// The texts say in which language numbers are printed, so that the two always
// agree: a portal in a language that the texts are not translated to has
// English texts and English numbers.
function formatsOf(t: Translate) {
  const locale = t('format.locale');
  const formatNumber = (value: number) => numberFormat(locale, 3).format(value);
  const words = {
    atLeast: (number: string) => t('format.atLeast', { number }),
    atMost: (number: string) => t('format.atMost', { number }),
    about: (number: string) => t('format.about', { number }),
    unknown: (measure: Unknown) =>
      t('format.unknown', { reason: reasonText(t, measure) }),
  };
  return {
    /** `4,091`. */
    formatNumber,
    /** `1.5 TiB` of memory, `2,000` cores. */
    formatAmount: (resource: string, value: number) =>
      formatAmount(locale, resource, value),
    /** The name of a Kubernetes resource: `vCPU`. */
    resourceLabel: (resource: string) => resourceLabel(t, resource),
    /** `12 min`, of milliseconds. */
    formatDuration: (milliseconds: number) =>
      formatDuration(locale, milliseconds),
    /** `62 %`, of 0.62. */
    formatShare: (share: number) => formatShare(locale, share),
    /** `≥ 12`, and how that is read aloud. */
    formatMeasure: (
      measure: Measure,
      format: (value: number) => string = formatNumber,
    ): MeasureText => formatMeasure(words, measure, format),
    /** Why a number is unknown: `ciliumnodes: no access`. */
    reasonText: (measure: Unknown) => reasonText(t, measure),
    /** `Sun, 22 Nov 2026, 09:41`. */
    formatTime: (time: string | number) => formatTime(locale, time),
    /** `09:41`, of milliseconds since 1970. */
    formatHour: (time: number) => formatHour(locale, time),
    /** `27 Mar 2027`, of `2027-03-27`. */
    formatDate: (day: string) => formatDate(locale, day),
    /** `Sun 22` in UTC, of milliseconds since 1970. */
    formatWeekday: (time: number) => formatWeekday(locale, time),
  };
}

/** How numbers, times and durations are printed in the reader's language. */
export function useFormat(): ReturnType<typeof formatsOf> {
  const { t } = useTranslationRef(clustersTranslationRef);
  return useMemo(() => formatsOf(t), [t]);
}
