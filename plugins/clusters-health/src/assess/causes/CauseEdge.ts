import type { Rule } from '../../rule/Rule';

/** A rule as a cause or an effect, identified by its code. */
export type Cause = Pick<Rule, 'code'>;

/**
 * A cause and its effects: when a cause and an effect have both fired, the
 * effect is explained by the cause.
 */
export interface CauseEdge {
  /** Rules whose findings are the causes. */
  causes: readonly Cause[];
  /** Rules whose findings are the effects. */
  effects: readonly Cause[];
  /**
   * `always`: the cause affects the whole cluster. `shared`: the cause affects
   * only findings that touch the same node, claim, pool, class, subnet or pods.
   */
  when: 'always' | 'shared';
}
