import type { OwnCase } from './Case';
import * as faults from './faults';
import * as kinds from './kinds';
import * as lookAlikes from './lookAlikes';

/** All cases of our own making, by name. */
export const ownCases: readonly OwnCase[] = [
  ...Object.values<OwnCase>(faults),
  ...Object.values<OwnCase>(lookAlikes),
  ...Object.values<OwnCase>(kinds),
].sort((a, b) => (a.name < b.name ? -1 : 1));
