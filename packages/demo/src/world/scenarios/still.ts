import type { Scenario } from './Scenario';

/** Services run, and nothing else happens. */
export const still: Scenario = {
  description: 'services run, no jobs; nothing is wrong',
  begin: () => {},
};
