import type { FleetResponse } from '@clusterworks/plugin-clusters-common';
import { fleetColumns, fleetSentence, notListed } from './fleetTable';
import { textTable } from './textTable';

/** The fleet as a table for a terminal, below it the counts. */
export function fleetText(fleet: FleetResponse): string {
  const table = textTable(
    Object.keys(fleetColumns),
    fleet.items.map(row => Object.values(fleetColumns).map(of => of(row))),
  );
  const more = notListed(fleet);
  return [
    ...(fleet.items.length > 0 ? [table] : []),
    fleetSentence(fleet),
    ...(more ? [more] : []),
    '',
  ].join('\n');
}
