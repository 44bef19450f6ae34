import { useMemo } from 'react';
import { useFormat } from '../../format';
import { useClusterHistory } from '../../hooks/useCluster';
import { type FindingSpell, findingSpells } from './findingSpells';

/** When findings of a cluster were there in the last seven days. */
export function useFindingSpells(cluster: string): FindingSpell[] {
  const { value } = useClusterHistory(cluster, '7d');
  const changes = value?.findingChanges;
  return useMemo(() => findingSpells(changes), [changes]);
}

/** `Sun, 22 Nov 2026, 09:41 – 10:12 (31 min)`. */
export function useSpellText(): (spell: FindingSpell) => string {
  const { formatDuration, formatTime } = useFormat();
  return ({ from, until }) => {
    const lasts =
      from && until
        ? ` (${formatDuration(Date.parse(until) - Date.parse(from))})`
        : '';
    const [begin, end] = [from, until].map(time => time && formatTime(time));
    return `${begin ?? '…'} – ${end ?? '…'}${lasts}`;
  };
}
