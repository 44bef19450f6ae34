import { Rule } from '../engine/Rule';
import { checklist } from './checklist';
import { nodeNotInitialized } from './nodeNotInitialized';
import { nodeNotReady } from './nodeNotReady';
import { nodePressure } from './nodePressure';
import { podsWaiting } from './podsWaiting';

export { checklistUnseen } from './checklist';

/** Rules of our own and the validation checklist of the reference design. */
export const checklistRules: readonly Rule[] = [
  nodeNotReady,
  nodeNotInitialized,
  nodePressure,
  podsWaiting,
  ...checklist,
];
