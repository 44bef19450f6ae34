import { InputError } from '@backstage/errors';
import {
  countedAs,
  type FleetQuery,
  type FleetResponse,
  type FleetRow,
  parseFleetFilter,
} from '@clusterworks/plugin-clusters-common';
import { sortFleet } from './sortFleet';

const DEFAULT_LIMIT = 100;

/**
 * Filters, sorts and pages rows. The totals count all rows that match.
 *
 * @param rows - the rows that the caller may see
 * @throws InputError for an invalid filter or cursor
 */
export function queryFleet(
  rows: readonly FleetRow[],
  query: FleetQuery,
): Omit<FleetResponse, 'revision'> {
  const matches = query.filter ? filterRows(rows, query.filter) : rows;
  const sorted = sortFleet(
    matches,
    query.sort ?? 'verdict',
    query.order ?? 'asc',
  );
  const start = query.cursor ? startAfter(sorted, query.cursor) : 0;
  const end = start + (query.limit ?? DEFAULT_LIMIT);
  const items = sorted.slice(start, end);
  const last = items.at(-1);
  return {
    totals: totalsOf(matches),
    items,
    ...(last && end < sorted.length
      ? { nextCursor: writeCursor(last.name, end) }
      : {}),
  };
}

function filterRows(rows: readonly FleetRow[], filter: string): FleetRow[] {
  const { matches, problems } = parseFleetFilter(filter);
  if (problems.length > 0) {
    const said = problems.map(({ message, suggestions }) =>
      suggestions.length > 0
        ? `${message}; did you mean ${suggestions.join(' or ')}?`
        : message,
    );
    throw new InputError(`filter: ${said.join('; ')}`);
  }
  return rows.filter(matches);
}

function totalsOf(rows: readonly FleetRow[]): FleetResponse['totals'] {
  const totals = {
    clusters: rows.length,
    critical: 0,
    degraded: 0,
    unknown: 0,
    healthy: 0,
    building: 0,
    differing: 0,
  };
  for (const row of rows) {
    totals[countedAs(row)] += 1;
    totals.differing += isDiffering(row) ? 1 : 0;
  }
  return totals;
}

function isDiffering({ differences = [] }: FleetRow): boolean {
  return differences.some(({ state }) => state === 'differs');
}

function writeCursor(name: string, position: number): string {
  return Buffer.from(JSON.stringify([name, position])).toString('base64url');
}

/**
 * Continues after the last row of the previous page, wherever it is sorted now.
 */
function startAfter(sorted: readonly FleetRow[], cursor: string): number {
  const [name, position] = readCursor(cursor);
  const index = sorted.findIndex(row => row.name === name);
  return index < 0 ? Math.min(position, sorted.length) : index + 1;
}

function readCursor(cursor: string): [string, number] {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const [name, position] = JSON.parse(text);
    if (typeof name === 'string' && Number.isSafeInteger(position)) {
      return [name, Math.max(0, position)];
    }
  } catch {
    // Falls through to the one error for all bad cursors.
  }
  throw new InputError(`cursor: "${cursor}" was not given out by us`);
}
