import type { z } from 'zod/v3';

/** The zod that the actions registry hands to an action's schemas. */
export type Zod = typeof z;
