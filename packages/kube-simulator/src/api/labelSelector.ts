import { badRequest, StatusError } from './statusBodies';

type Labels = Record<string, string> | undefined;
/** Whether an object with these labels is selected. */
export type LabelPredicate = (labels: Labels) => boolean;

const KEY = '[A-Za-z0-9][-A-Za-z0-9_./]*';
const VALUE = '[-A-Za-z0-9_.]*';
const setBased = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const equality = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*(${VALUE})$`);
const existence = new RegExp(`^(!?)\\s*(${KEY})$`);

/** Splits at commas that are not inside of parentheses. */
function requirements(selector: string): string[] {
  return selector.split(/,(?![^(]*\))/).map(part => part.trim());
}

function parseRequirement(text: string): LabelPredicate {
  const set = setBased.exec(text);
  if (set) {
    const [, key, operator, list] = set;
    const values = new Set(list.split(',').map(value => value.trim()));
    return labels => {
      const value = labels?.[key];
      const isIn = value !== undefined && values.has(value);
      return operator === 'in' ? isIn : !isIn;
    };
  }
  const equal = equality.exec(text);
  if (equal) {
    const [, key, operator, value] = equal;
    return labels => (labels?.[key] === value) === (operator !== '!=');
  }
  const exists = existence.exec(text);
  if (exists) {
    const [, not, key] = exists;
    return labels => (labels?.[key] !== undefined) === (not === '');
  }
  const [, unexpected = text] = /^[^=!]*(?:==|=|!=)(.)/.exec(text) ?? [];
  throw new StatusError(
    badRequest(
      `unable to parse requirement: found '${unexpected}', expected: identifier`,
    ),
  );
}

/**
 * Parses a `labelSelector`: equality, set and existence requirements, all of
 * which must hold.
 *
 * @throws StatusError (400) for a selector that cannot be parsed
 */
export function parseLabelSelector(selector: string): LabelPredicate {
  if (selector.trim() === '') {
    return () => true;
  }
  const all = requirements(selector).map(parseRequirement);
  return labels => all.every(matches => matches(labels));
}
