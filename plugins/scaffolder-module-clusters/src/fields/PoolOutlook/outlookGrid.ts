import type {
  LaunchOutlook,
  OutlookType,
} from '@clusterworks/plugin-clusters-spec';

/** Sizes of nodes: the most vCPUs of each column; the last has no bound. */
const COLUMNS = [2, 4, 8, 16, 32, 64, 128, Number.POSITIVE_INFINITY];
/** More families than this are shown by category and generation. */
const MOST_FAMILIES = 12;

/** The types of one row and one size. */
export type OutlookCell = {
  /** `free`: all may be launched; `none`: limits exclude each of them. */
  state: 'empty' | 'free' | 'some' | 'none';
  launched: string[];
  excluded: string[];
};

/** The instance types of a pool, by family or generation, and by size. */
export type OutlookGrid = {
  /** The vCPUs of each column: `3–4`. */
  columns: string[];
  rows: { name: string; cells: OutlookCell[] }[];
};

function cellOf(types: readonly OutlookType[]): OutlookCell {
  const names = (of: readonly OutlookType[]) => of.map(({ name }) => name);
  const launched = names(types.filter(({ exceeds }) => exceeds.length === 0));
  const excluded = names(types.filter(({ exceeds }) => exceeds.length > 0));
  return { state: stateOf(launched, excluded), launched, excluded };
}

function stateOf(launched: string[], excluded: string[]): OutlookCell['state'] {
  if (launched.length > 0) {
    return excluded.length > 0 ? 'some' : 'free';
  }
  return excluded.length > 0 ? 'none' : 'empty';
}

function columnOf({ vcpus = Number.POSITIVE_INFINITY }: OutlookType): number {
  return COLUMNS.findIndex(most => vcpus <= most);
}

function columnName(index: number): string {
  const least = (COLUMNS[index - 1] ?? 0) + 1;
  const most = COLUMNS[index];
  return Number.isFinite(most) ? `${least}–${most}` : `≥${least}`;
}

/** The picture of what a pool may launch. Sizes without any type are left out. */
export function outlookGrid({ types }: LaunchOutlook): OutlookGrid {
  const families = new Set(types.map(({ family }) => family));
  const nameOf = (type: OutlookType) =>
    families.size > MOST_FAMILIES
      ? `${type.category}${type.generation}`
      : type.family;
  const used = COLUMNS.map((_, index) => index).filter(index =>
    types.some(type => columnOf(type) === index),
  );
  const names = [...new Set(types.map(nameOf))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return {
    columns: used.map(columnName),
    rows: names.map(name => ({
      name,
      cells: used.map(column =>
        cellOf(
          types.filter(
            type => nameOf(type) === name && columnOf(type) === column,
          ),
        ),
      ),
    })),
  };
}
