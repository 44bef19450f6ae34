import { useMemo } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useFormat } from '../../format';
import { useClusterHistory } from '../../hooks/useCluster';
import { clustersTranslationRef } from '../../translation';
import { type FindingSpell, findingSpells } from './findingSpells';

/** When findings of a cluster were there in the last seven days. */
export function useFindingSpells(cluster: string): FindingSpell[] {
  const { value } = useClusterHistory(cluster, '7d');
  const changes = value?.findingChanges;
  return useMemo(() => findingSpells(changes), [changes]);
}

/**
 * `Sun, 22 Nov 2026, 09:41 – 10:12 (31 min)`; how long it was there is said only
 * where both ends were seen.
 */
export function useSpellText(): (spell: FindingSpell) => string {
  const { t } = useTranslationRef(clustersTranslationRef);
  const { formatDuration, formatTime } = useFormat();
  const end = (time: string | undefined, isUnseen: boolean | undefined) => {
    if (!time) {
      return '…';
    }
    const text = formatTime(time);
    return isUnseen ? t('findings.orEarlier', { time: text }) : text;
  };
  return ({ from, until, fromOrEarlier, untilOrEarlier }) => {
    const lasts =
      from && until && !fromOrEarlier && !untilOrEarlier
        ? ` (${formatDuration(Date.parse(until) - Date.parse(from))})`
        : '';
    return `${end(from, fromOrEarlier)} – ${end(
      until,
      untilOrEarlier,
    )}${lasts}`;
  };
}
