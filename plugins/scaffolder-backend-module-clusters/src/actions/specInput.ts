import type { z } from 'zod/v3';

type Zod = typeof z;

/**
 * Input `spec` of the actions. Open on purpose: the scaffolder checks inputs
 * with a JSON schema only, which knows a part of the rules and reports them in
 * other words. Each action reads it with `parseClusterSpec` before anything else.
 */
export function specInput(zod: Zod) {
  return zod
    .record(zod.unknown())
    .describe('The cluster spec: what cluster.yaml holds');
}
