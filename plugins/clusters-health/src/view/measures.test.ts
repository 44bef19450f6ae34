import type {
  Measure,
  SourceState,
} from '@clusterworks/plugin-clusters-common';
import {
  atLeast,
  atMost,
  boundOf,
  estimate,
  exact,
  measured,
  ofState,
  unknownMeasure,
} from './measures';
import { ofSource } from './unknownReasons';

const source = (state: SourceState, unreadable?: number) => ({
  state,
  items: [],
  unreadable,
});

describe('measures', () => {
  it.each<[string, SourceState, number | undefined, number, Measure]>([
    ['of a source that is ok', 'ok', undefined, 5, exact(5)],
    ['a zero of a source that is ok', 'ok', undefined, 0, exact(0)],
    ['one object not readable', 'ok', 1, 5, atLeast(5)],
    ['of a stale source', 'stale', undefined, 5, estimate(5)],
    [
      'a zero of a stale source',
      'stale',
      undefined,
      0,
      unknownMeasure(ofSource('pods', 'stale')),
    ],
    [
      'forbidden',
      'forbidden',
      undefined,
      5,
      unknownMeasure(ofSource('pods', 'forbidden')),
    ],
    [
      'not collected',
      'notCollected',
      undefined,
      0,
      unknownMeasure(ofSource('pods', 'notCollected')),
    ],
  ])('%s', (_what, state, unreadable, value, expected) => {
    const pods = source(state, unreadable);
    expect(measured([['pods', pods]], () => value)).toEqual(expected);
  });

  it('names the first source that is missing', () => {
    const sources: [string, ReturnType<typeof source>][] = [
      ['nodes', source('ok')],
      ['pods', source('unreachable')],
    ];
    expect(measured(sources, () => 1)).toEqual(
      unknownMeasure(ofSource('pods', 'unreachable')),
    );
  });

  it.each([NaN, Infinity, -Infinity])('%d is unknown', value => {
    for (const make of [exact, atLeast, atMost, estimate]) {
      expect(make(value)).toEqual(unknownMeasure('not a number'));
    }
  });

  it('of one object', () => {
    expect(ofState('a', source('ok', 3), 0)).toEqual(exact(0));
    expect(ofState('a', source('stale'), 4)).toEqual(estimate(4));
    expect(ofState('a', source('stale'), 0)).toEqual(
      unknownMeasure(ofSource('a', 'stale')),
    );
    expect(ofState('a', source('forbidden'), 4)).toEqual(
      unknownMeasure(ofSource('a', 'forbidden')),
    );
  });

  it('an upper bound of one object stays an upper bound', () => {
    expect(boundOf('a', source('ok'), 0)).toEqual(exact(0));
    expect(boundOf('a', source('ok'), 1)).toEqual(atMost(1));
    expect(boundOf('a', source('stale'), 4)).toEqual(atMost(4));
    expect(boundOf('a', source('stale'), 0)).toEqual(
      unknownMeasure(ofSource('a', 'stale')),
    );
    expect(boundOf('a', source('forbidden'), 4)).toEqual(
      unknownMeasure(ofSource('a', 'forbidden')),
    );
  });
});
