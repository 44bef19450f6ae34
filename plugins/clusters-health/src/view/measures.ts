import type { Measure } from '@clusterworks/plugin-clusters-common';
import type { ResourceFacts } from '../kinds';
import { ofSource } from './unknownReasons';

/** A number that is known exactly. */
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

/** A number that may deviate somewhat. */
export function estimate(value: number): Measure {
  return Number.isFinite(value)
    ? { certainty: 'estimate', value }
    : unknownMeasure('not a number');
}

/** An unknown number, and the reason; with a code, pages have words for it. */
export function unknownMeasure(
  why: string | Omit<Extract<Measure, { certainty: 'unknown' }>, 'certainty'>,
): Measure {
  return typeof why === 'string'
    ? { certainty: 'unknown', reason: why }
    : { certainty: 'unknown', ...why };
}

/** Whether the objects of a source may be shown, even when they are old. */
export function isShown(resource: ResourceFacts<unknown>): boolean {
  return resource.state === 'ok' || resource.state === 'stale';
}

/** A source, and the name that pages show when the source fails. */
export type NamedSource = [name: string, resource: ResourceFacts<unknown>];

/**
 * A number that was computed from sources. The number is exact only when all
 * sources are `ok` and every object could be read; a zero from a source that is
 * not `ok` is unknown.
 */
export function measured(
  sources: readonly NamedSource[],
  compute: () => number,
): Measure {
  for (const [name, resource] of sources) {
    if (!isShown(resource)) {
      return unknownMeasure(ofSource(name, resource.state));
    }
  }
  const value = compute();
  const stale = sources.find(([, resource]) => resource.state !== 'ok');
  if (stale) {
    const [name, { state }] = stale;
    return value === 0
      ? unknownMeasure(ofSource(name, state))
      : estimate(value);
  }
  const partial = sources.some(([, resource]) => resource.unreadable);
  return partial ? atLeast(value) : exact(value);
}

/**
 * A number from one object of a source: exact while the source is `ok`, an
 * estimate when the source is stale. A zero from a stale source is unknown.
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
    : unknownMeasure(ofSource(name, resource.state));
}

/**
 * An upper bound from one object of a source, which is exact when it is zero.
 * From a stale source, the bound is that of the earlier time; a zero from a
 * stale source is unknown.
 */
export function boundOf(
  name: string,
  resource: ResourceFacts<unknown>,
  value: number,
): Measure {
  const isUsable =
    resource.state === 'ok' || (resource.state === 'stale' && value !== 0);
  if (!isUsable) {
    return unknownMeasure(ofSource(name, resource.state));
  }
  return value === 0 ? exact(0) : atMost(value);
}
