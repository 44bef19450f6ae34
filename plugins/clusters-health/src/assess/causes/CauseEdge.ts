import { Rule } from '../../rule/Rule';

/** A rule as an end of an explanation: named by its constant. */
export type Cause = Pick<Rule, 'code'>;

/**
 * One step of an explanation: when a cause and an effect have both fired, the
 * effect follows from the cause.
 */
export interface CauseEdge {
  /** Rules whose findings are the cause. */
  causes: readonly Cause[];
  /** Rules whose findings follow. */
  effects: readonly Cause[];
  /**
   * `always`: the cause reaches the whole cluster. `shared`: only where both
   * findings touch the same node, claim, pool, class, subnet or pods.
   */
  when: 'always' | 'shared';
}
