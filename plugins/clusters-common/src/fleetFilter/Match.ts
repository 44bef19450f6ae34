/** Whether something holds; `undefined` when nobody knows. */
export type Match = boolean | undefined;

/** Not known stays not known: what was not seen is neither so nor not so. */
export function not(match: Match): Match {
  return match === undefined ? undefined : !match;
}

/** False as soon as one is false, whatever the others are. */
export function all(matches: readonly Match[]): Match {
  if (matches.includes(false)) {
    return false;
  }
  return matches.includes(undefined) ? undefined : true;
}

/** True as soon as one is true, whatever the others are. */
export function any(matches: readonly Match[]): Match {
  if (matches.includes(true)) {
    return true;
  }
  return matches.includes(undefined) ? undefined : false;
}
