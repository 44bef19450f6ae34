/**
 * Helpers that the tests of several packages need and that no library has.
 *
 * @packageDocumentation
 */
export * from './docQuestions';
export * from './eventually';
export * from './freePort';
export * from './longestTurn';
export * from './sharedPath';
export * from './smallSpec';
export * from './startRealKube';
export * from './waitFor';
