/**
 * One step of an explanation: when a cause and an effect have both fired, the
 * effect follows from the cause.
 */
export interface CauseEdge {
  /** Codes of the cause. */
  causes: readonly string[];
  /** Codes of what follows. */
  effects: readonly string[];
  /**
   * `always`: the cause reaches the whole cluster. `shared`: only where both
   * findings touch the same node, claim, pool, class, subnet or pods.
   */
  when: 'always' | 'shared';
}
