import {
  type FleetResponse,
  markdown,
} from '@clusterworks/plugin-clusters-common';
import { fleetColumns, fleetSentence, notListed } from './fleetTable';
import { stepSummary, tableBlock } from './stepSummary';

/** The fleet as Markdown for the summary of a GitHub workflow. */
export function fleetSummary(fleet: FleetResponse): string {
  const more = notListed(fleet);
  return stepSummary(
    markdown`### ${fleetSentence(fleet)}`,
    tableBlock(
      Object.keys(fleetColumns),
      fleet.items.map(row => Object.values(fleetColumns).map(of => of(row))),
    ),
    more ? [markdown`${more}`] : [],
  );
}
