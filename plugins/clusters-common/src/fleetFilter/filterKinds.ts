import type { FleetRow } from '../api';
import type { Measure } from '../measure';
import { compareVersions, versionNumbers } from './compareVersions';
import type { Match } from './Match';
import { nearestWords } from './nearestWords';

/** Whether a row matches, as far as it is known. */
export type RowPredicate = (row: FleetRow) => Match;

/** A value that a key does not take, and what may have been meant. */
export type WrongValue = { message: string; suggestions: string[] };

/** One key of the filter line. */
export type FilterKey = {
  name: string;
  aliases: readonly string[];
  /** Values that show what the key takes. */
  examples: readonly string[];
  /** Turns a value into a predicate, or says what is wrong with it. */
  read: (value: string) => RowPredicate | WrongValue;
};

/** One of a few words. */
export function choice(
  name: string,
  values: readonly string[],
  of: (row: FleetRow) => string,
): FilterKey {
  return {
    name,
    aliases: [],
    examples: values,
    read: value => {
      const wanted = values.find(
        each => each.toLowerCase() === value.toLowerCase(),
      );
      if (wanted !== undefined) {
        return row => of(row) === wanted;
      }
      const near = nearestWords(value, values);
      return {
        message: `"${value}" is none of ${values.join(', ')}`,
        suggestions: near.length > 0 ? near : [...values],
      };
    },
  };
}

/** Any text; the last part of a reference is enough to find it. */
export function text(
  name: string,
  aliases: readonly string[],
  of: (row: FleetRow) => string | undefined,
): FilterKey {
  return {
    name,
    aliases,
    examples: [],
    read: value => {
      const wanted = value.toLowerCase();
      return row => {
        const found = of(row)?.toLowerCase();
        return found === wanted || (found?.endsWith(`/${wanted}`) ?? false);
      };
    },
  };
}

const OPERATORS = {
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
  '>': (order: number) => order > 0,
  '>=': (order: number) => order >= 0,
  '=': (order: number) => order === 0,
};

function splitOperator(value: string) {
  const match = /^(<=|>=|<|>|=)?(.*)$/s.exec(value);
  const operator = (match?.[1] ?? '=') as keyof typeof OPERATORS;
  return { holds: OPERATORS[operator], rest: (match?.[2] ?? '').trim() };
}

const UNKNOWN = 'unknown';

/**
 * A version as it was observed. The wanted version of a cluster that nobody
 * could read says nothing of what runs there.
 */
export function version(
  name: string,
  aliases: readonly string[],
  component: keyof FleetRow['versions'],
  example: string,
): FilterKey {
  const examples = [example, `<${example}`];
  return {
    name,
    aliases,
    examples,
    read: value => {
      if (value === UNKNOWN) {
        return row => row.versions[component].observed === undefined;
      }
      const { holds, rest } = splitOperator(value);
      if (versionNumbers(rest).length === 0) {
        return {
          message: `"${value}" is not a version such as ${examples.join(
            ' or ',
          )}`,
          suggestions: examples,
        };
      }
      return row => {
        const { observed } = row.versions[component];
        return observed === undefined
          ? undefined
          : holds(compareVersions(observed, rest));
      };
    },
  };
}

/** What stands after a number: nothing, a percent sign, days or hours. */
type Unit = '' | '%' | 'd' | 'h';

/** Reads the measure of a row that a number with this unit is about. */
export type MeasureByUnit = Partial<Record<Unit, (row: FleetRow) => Measure>>;

/** Room in subnets: as nodes, or as the time that it lasts. */
export const roomByUnit: MeasureByUnit = {
  '': row => row.room.nodes,
  d: row => inDays(row.room.hours),
  h: row => row.room.hours,
};

function inDays(hours: Measure): Measure {
  return hours.certainty === 'unknown'
    ? hours
    : { ...hours, value: hours.value / 24 };
}

/**
 * A number of a row. Bounds and estimates are compared by the number that the
 * page shows; what is unknown matches nothing but `unknown`.
 *
 * @param units - the first one may be left out
 */
export function amount(
  name: string,
  examples: readonly string[],
  units: MeasureByUnit,
): FilterKey {
  // A map, since people choose the unit: an object has `constructor` too.
  const byUnit = new Map(Object.entries(units));
  const [[usual, ofUsual]] = byUnit;
  return {
    name,
    aliases: [],
    examples,
    read: value => {
      if (value === UNKNOWN) {
        return row => ofUsual(row).certainty === 'unknown';
      }
      const { holds, rest } = splitOperator(value);
      const [, digits, written = ''] =
        /^(\d+(?:\.\d+)?)\s*(%|[a-z]*)$/i.exec(rest) ?? [];
      const unit = written.toLowerCase() || usual;
      const of = byUnit.get(unit);
      if (digits === undefined || !of) {
        return {
          message: `"${value}" is not a number such as ${examples.join(
            ' or ',
          )}`,
          suggestions: [...examples],
        };
      }
      const wanted = Number(digits) / (unit === '%' ? 100 : 1);
      return row => {
        const measure = of(row);
        return measure.certainty === 'unknown'
          ? undefined
          : holds(measure.value - wanted);
      };
    },
  };
}
