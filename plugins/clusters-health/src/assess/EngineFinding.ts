import type { DraftFinding } from '../rule/Rule';

/**
 * A finding as the engine handles it, before it becomes part of an assessment.
 */
export interface EngineFinding {
  id: string;
  code: string;
  rule: string;
  draft: DraftFinding;
}
