import type { FleetRow } from '../api';
import type { FilterProblem } from './FilterProblem';
import { FilterReader } from './FilterReader';
import { filterWords } from './filterWords';

/**
 * A parsed filter line.
 *
 * @public
 */
export type ParsedFleetFilter = {
  /** Whether a row matches; a row with an unknown result does not match. */
  matches: (row: FleetRow) => boolean;
  /** All invalid words; the filter must not be used if there are any. */
  problems: FilterProblem[];
};

/**
 * Parses the filter line of the fleet; see `fleetQuerySchema` for the language.
 * Invalid words are collected, so that all are reported at once.
 *
 * @public
 */
export function parseFleetFilter(line: string): ParsedFleetFilter {
  const reader = new FilterReader(filterWords(line));
  const predicate = reader.readAll();
  return {
    matches: row => predicate(row) === true,
    problems: reader.problems,
  };
}
