/**
 * Whether a condition holds; `undefined` when that is unknown.
 *
 * @public
 */
export type Match = boolean | undefined;

/** The negation of unknown is unknown: nothing is known in either direction. */
export function not(match: Match): Match {
  return match === undefined ? undefined : !match;
}

/** False as soon as one condition is false, even if others are unknown. */
export function all(matches: readonly Match[]): Match {
  if (matches.includes(false)) {
    return false;
  }
  return matches.includes(undefined) ? undefined : true;
}

/** True as soon as one condition is true, even if others are unknown. */
export function any(matches: readonly Match[]): Match {
  if (matches.includes(true)) {
    return true;
  }
  return matches.includes(undefined) ? undefined : false;
}
