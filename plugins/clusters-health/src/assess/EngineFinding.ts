import { DraftFinding } from '../rule/Rule';

/** A finding between the rules and the assessment. */
export interface EngineFinding {
  id: string;
  code: string;
  rule: string;
  draft: DraftFinding;
}
