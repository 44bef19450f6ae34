import { Measure } from '@clusterworks/plugin-clusters-common';
import { ResourceFacts } from '../kinds';

/** A number that is known to be so. */
export function exact(value: number): Measure {
  return Number.isFinite(value)
    ? { certainty: 'exact', value }
    : unknownMeasure('not a number');
}

/** A lower bound. */
export function atLeast(value: number): Measure {
  return Number.isFinite(value)
    ? { certainty: 'atLeast', value }
    : unknownMeasure('not a number');
}

/** An upper bound. */
export function atMost(value: number): Measure {
  return Number.isFinite(value)
    ? { certainty: 'atMost', value }
    : unknownMeasure('not a number');
}

/** A number that may be somewhat off. */
export function estimate(value: number): Measure {
  return Number.isFinite(value)
    ? { certainty: 'estimate', value }
    : unknownMeasure('not a number');
}

/** No number, and why. */
export function unknownMeasure(reason: string): Measure {
  return { certainty: 'unknown', reason };
}

/** Why a source gives no numbers, for example `nodepools: forbidden`. */
export function whyUnknown(
  name: string,
  resource: ResourceFacts<unknown>,
): string {
  return `${name}: ${resource.state}`;
}

/** Whether the objects of a source may be shown, be they old. */
export function isShown(resource: ResourceFacts<unknown>): boolean {
  return resource.state === 'ok' || resource.state === 'stale';
}

/** A source and its name, as pages are to name it when it fails. */
export type NamedSource = [name: string, resource: ResourceFacts<unknown>];

/**
 * A number that was computed from sources. It is exact only when all of them
 * are `ok` and every object could be read; a zero that was not seen now is
 * unknown.
 */
export function measured(
  sources: readonly NamedSource[],
  compute: () => number,
): Measure {
  for (const [name, resource] of sources) {
    if (!isShown(resource)) {
      return unknownMeasure(whyUnknown(name, resource));
    }
  }
  const value = compute();
  const stale = sources.find(([, resource]) => resource.state !== 'ok');
  if (stale) {
    return value === 0 ? unknownMeasure(whyUnknown(...stale)) : estimate(value);
  }
  const partial = sources.some(([, resource]) => resource.unreadable);
  return partial ? atLeast(value) : exact(value);
}

/**
 * A number of one object of a source: exact while the source is `ok`, an
 * estimate when it is stale, and a stale zero is unknown.
 */
export function ofState(
  name: string,
  resource: ResourceFacts<unknown>,
  value: number,
): Measure {
  if (resource.state === 'ok') {
    return exact(value);
  }
  return resource.state === 'stale' && value !== 0
    ? estimate(value)
    : unknownMeasure(whyUnknown(name, resource));
}

/**
 * An upper bound that one object of a source gives. Of a stale source it is
 * the bound of that time; a zero from then says nothing of now.
 */
export function boundOf(
  name: string,
  resource: ResourceFacts<unknown>,
  value: number,
): Measure {
  const isUsable =
    resource.state === 'ok' || (resource.state === 'stale' && value !== 0);
  return isUsable ? atMost(value) : unknownMeasure(whyUnknown(name, resource));
}
