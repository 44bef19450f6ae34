import type {
  FindingChange,
  HistoryResponse,
} from '@clusterworks/plugin-clusters-common';

/** A time in which a finding was there. */
export interface FindingSpell
  extends Pick<FindingChange, 'finding' | 'code' | 'severity' | 'title'> {
  /** When it came; absent when that is longer ago than the history goes. */
  from?: string;
  /** When it went; absent while it is there. */
  until?: string;
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
  for (const { at, change, finding, code, severity, title } of changes) {
    const facts = { finding, code, severity, title };
    const last = open.get(finding);
    if (change === 'came') {
      // Nobody saw it go, so it is still the same time.
      const spell = last ?? { ...facts, from: at };
      if (!last) {
        spells.push(spell);
        open.set(finding, spell);
      }
    } else if (last) {
      last.until = at;
      open.delete(finding);
    } else {
      spells.push({ ...facts, until: at });
    }
  }
  const newest = ({ from = '', until = '' }: FindingSpell) => from || until;
  return spells.sort((a, b) => newest(b).localeCompare(newest(a)));
}
