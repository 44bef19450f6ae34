import type {
  FindingChange,
  HistoryResponse,
} from '@clusterworks/plugin-clusters-common';

/** A time in which a finding was there. */
export interface FindingSpell
  extends Pick<FindingChange, 'finding' | 'code' | 'severity' | 'title'> {
  /** When it came; absent when that is longer ago than the history goes. */
  from?: string;
  /** It came at `from` or earlier. */
  fromOrEarlier?: boolean;
  /** When it went; absent while it is there. */
  until?: string;
  /** It went at `until` or earlier. */
  untilOrEarlier?: boolean;
}

/**
 * When findings were there, the newest time first: each change that says that
 * one came begins a time, and the next that says that it went ends it.
 */
export function findingSpells(
  changes: HistoryResponse['findingChanges'] = [],
): FindingSpell[] {
  const spells: FindingSpell[] = [];
  const open = new Map<string, FindingSpell>();
  for (const { at, orEarlier, change, ...facts } of changes) {
    const { finding } = facts;
    const ended = { until: at, ...(orEarlier && { untilOrEarlier: true }) };
    const last = open.get(finding);
    if (change === 'came') {
      // Nobody saw it go, so it is still the same time.
      const spell = last ?? {
        ...{ ...facts, from: at },
        ...(orEarlier && { fromOrEarlier: true }),
      };
      if (!last) {
        spells.push(spell);
        open.set(finding, spell);
      }
    } else if (last) {
      Object.assign(last, ended);
      open.delete(finding);
    } else {
      spells.push({ ...facts, ...ended });
    }
  }
  const newest = ({ from = '', until = '' }: FindingSpell) => from || until;
  return spells.sort((a, b) => newest(b).localeCompare(newest(a)));
}
