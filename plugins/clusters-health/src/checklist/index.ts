import { Rule } from '../engine/Rule';
import { nodeNotReady } from './nodeNotReady';

/** Rules of our own and the validation checklist of the reference design. */
export const checklistRules: readonly Rule[] = [nodeNotReady];
