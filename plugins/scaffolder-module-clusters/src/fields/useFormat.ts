import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { clusterFormTranslationRef } from '../translation';

const DAY: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
};

function formatsIn(locale: string) {
  const numbers = new Intl.NumberFormat(locale);
  const times = new Intl.DateTimeFormat(locale, {
    ...DAY,
    hour: '2-digit',
    minute: '2-digit',
  });
  const days = new Intl.DateTimeFormat(locale, { ...DAY, timeZone: 'UTC' });
  const print = (format: Intl.DateTimeFormat, text: string) => {
    const date = new Date(text);
    return Number.isNaN(date.getTime()) ? text : format.format(date);
  };
  return {
    formatNumber: (value: number) => numbers.format(value),
    /** Of RFC 3339, in the reader's time zone. */
    formatTime: (time: string) => print(times, time),
    /** Of YYYY-MM-DD, the same in every time zone. */
    formatDate: (day: string) => print(days, day),
  };
}

/** How numbers and times are printed in the language of the texts. */
export function useFormat(): ReturnType<typeof formatsIn> {
  const { t } = useTranslationRef(clusterFormTranslationRef);
  const locale = t('format.locale');
  return useMemo(() => formatsIn(locale), [locale]);
}
