import type { FleetRow } from '../api';
import type { FilterProblem } from './FilterProblem';
import { FilterReader } from './FilterReader';
import { filterWords } from './filterWords';

/** A filter line that was read. */
export type ParsedFleetFilter = {
  /** Whether a row matches; what is not known of a row never does. */
  matches: (row: FleetRow) => boolean;
  /** Every word that is not understood; the filter is to be used without any. */
  problems: FilterProblem[];
};

/**
 * Reads the filter line of the fleet; see `fleetQuerySchema` for the language.
 * Wrong words are collected, so that all are said at once.
 */
export function parseFleetFilter(line: string): ParsedFleetFilter {
  const reader = new FilterReader(filterWords(line));
  const predicate = reader.readAll();
  return {
    matches: row => predicate(row) === true,
    problems: reader.problems,
  };
}
