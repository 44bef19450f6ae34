/**
 * The fleet that `npm start` shows: simulated clusters that change over time,
 * and their platform repository.
 *
 * @packageDocumentation
 */
export * from './demo';
export * from './world';
