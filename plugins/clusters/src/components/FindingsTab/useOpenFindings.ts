import { useUrlSet } from '../../hooks/useUrlState';
import type { FindingRow } from './findingRows';

/** The part of the set that says whose consequences are shown. */
const foldOf = ({ finding }: FindingRow) => `below ${finding.id}`;

/**
 * Which findings show their details, and which their consequences. Both are in
 * one parameter of the URL: a link to a consequence unfolds its root.
 */
export function useOpenFindings() {
  const { members, has, replace } = useUrlSet('open');
  const isUnfolded = (row: FindingRow) =>
    has(foldOf(row)) || row.consequences.some(({ id }) => has(id));
  return {
    isOpen: has,
    /** Details of a consequence close without folding it away. */
    toggle: (id: string, row: FindingRow) => {
      const others = members.filter(member => member !== id);
      const after = has(id) ? others : [...members, id];
      const keep = isUnfolded(row) && !after.includes(foldOf(row));
      replace(keep ? [...after, foldOf(row)] : after);
    },
    isUnfolded,
    /** Folds away what is open beneath, too. */
    toggleFold: (row: FindingRow) => {
      const beneath = new Set([
        foldOf(row),
        ...row.consequences.map(({ id }) => id),
      ]);
      replace(
        isUnfolded(row)
          ? members.filter(member => !beneath.has(member))
          : [...members, foldOf(row)],
      );
    },
  };
}
