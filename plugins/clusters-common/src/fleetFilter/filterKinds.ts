import semver from 'semver';
import type { FleetRow } from '../api';
import type { Measure } from '../measure';
import type { Match } from './Match';
import { nearestWords } from './nearestWords';

/**
 * Whether a row matches; undefined when that is not known.
 *
 * @public
 */
export type RowPredicate = (row: FleetRow) => Match;

/**
 * The problem of a value that a key does not accept, with suggestions.
 *
 * @public
 */
export type WrongValue = { message: string; suggestions: string[] };

/**
 * One key of the filter language.
 *
 * @public
 */
export type FilterKey = {
  name: string;
  aliases: readonly string[];
  /** Example values that show what the key accepts. */
  examples: readonly string[];
  /** Converts a value into a predicate, or returns its problem. */
  read: (value: string) => RowPredicate | WrongValue;
  /** Values of a row, to suggest them; only for keys that take any text. */
  valuesOf?: (row: FleetRow) => readonly string[];
};

/** Accepts one of a few words; a row without a known value matches none. */
export function choice(
  name: string,
  values: readonly string[],
  of: (row: FleetRow) => string | undefined,
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
        return row => {
          const found = of(row);
          return found === undefined ? undefined : found === wanted;
        };
      }
      const near = nearestWords(value, values);
      return {
        message: `"${value}" is none of ${values.join(', ')}`,
        suggestions: near.length > 0 ? near : [...values],
      };
    },
  };
}

/** Accepts any text; the last part of a reference is enough. */
export function text(
  name: string,
  aliases: readonly string[],
  of: (row: FleetRow) => string | undefined,
): FilterKey {
  return {
    name,
    aliases,
    examples: [],
    valuesOf: row => {
      const value = of(row);
      return value === undefined ? [] : [value.replace(/^.*\//s, '')];
    },
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

/**
 * Converts `<1.18` or `1.19.9` into a semver range; a minor version includes
 * all of its releases. Undefined when the text is not a version.
 */
function versionRange(value: string): semver.Range | undefined {
  const match = /^(<=|>=|<|>|=)?\s*v?(\d+(?:\.\d+){0,2})/.exec(value);
  const range = match && semver.validRange(`${match[1] ?? ''}${match[2]}`);
  return range ? new semver.Range(range) : undefined;
}

const UNKNOWN = 'unknown';

/**
 * Accepts a version and compares it with the observed one. The wanted version
 * of a cluster that could not be read does not show what runs there.
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
      const range = versionRange(value);
      if (!range) {
        return {
          message: `"${value}" is not a version such as ${examples.join(
            ' or ',
          )}`,
          suggestions: examples,
        };
      }
      return row => {
        const { observed } = row.versions[component];
        const release = semver.coerce(observed);
        return release ? range.test(release) : undefined;
      };
    },
  };
}

/** The unit after a number: none, a percent sign, days or hours. */
type Unit = '' | '%' | 'd' | 'h';

/** Selects the value of a row that a number with this unit refers to. */
export type MeasureByUnit = Partial<Record<Unit, (row: FleetRow) => Measure>>;

/**
 * Room in subnets: as a number of nodes, or as the time until it is used up.
 */
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
 * Accepts a number. Bounds and estimates are compared by the number that the
 * page shows; an unknown value matches only `unknown`.
 *
 * @param units - the first one is the default
 */
export function amount(
  name: string,
  examples: readonly string[],
  units: MeasureByUnit,
): FilterKey {
  // A map, because users type the unit, and objects inherit names like
  // `constructor`.
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
