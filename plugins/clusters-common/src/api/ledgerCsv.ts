import type { LedgerRange, LedgerResponse } from './ledgerSchema';

const COLUMNS = [
  'cidr',
  'kind',
  'addresses',
  'cluster',
  'owner',
  'environment',
  'region',
  'accountId',
  'overlaps',
  'note',
] as const;

/**
 * The ledger as CSV (RFC 4180), for spreadsheets: the ranges of clusters, then
 * the clusters whose ranges are not known, then what no cluster has.
 *
 * @public
 */
export function ledgerCsv({ ranges, unknown, free }: LedgerResponse): string {
  const untaken = free.certainty === 'exact' ? 'free' : 'not known to be taken';
  const rows: Partial<Record<(typeof COLUMNS)[number], string | number>>[] = [
    ...ranges.map(range => ({ ...range, overlaps: overlapsOf(range) })),
    ...unknown.map(({ reason, ...cluster }) => ({
      ...cluster,
      kind: 'unknown',
      note: reason,
    })),
    ...free.blocks.map(block => ({ ...block, kind: untaken })),
  ];
  return [
    COLUMNS.join(','),
    ...rows.map(row => COLUMNS.map(name => cell(row[name])).join(',')),
    '',
  ].join('\r\n');
}

function overlapsOf({ overlaps, overlapsTotal }: LedgerRange): string {
  const listed = overlaps.map(({ cluster, cidr }) => `${cluster} ${cidr}`);
  const more = overlapsTotal - overlaps.length;
  return [...listed, ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

/**
 * Text that a spreadsheet would take for a formula begins with an apostrophe
 * instead (OWASP, CSV injection).
 */
function cell(value: string | number | undefined): string {
  if (typeof value === 'number') {
    return String(value);
  }
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
