/**
 * The fleet that `npm start` shows: simulated clusters that live, and their
 * platform repository.
 *
 * @packageDocumentation
 */
export * from './demo';
export * from './world';
