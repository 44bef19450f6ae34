import { Rule, UnseenCode } from '../engine/Rule';
import { agentRollout } from './agentRollout';
import { ciliumNodeStuck } from './ciliumNodeStuck';
import { operatorDown } from './operatorDown';

/** Rules of the Cilium table (D01 to D30). */
export const ciliumRules: readonly Rule[] = [
  agentRollout,
  operatorDown,
  ciliumNodeStuck,
];

/** Codes of the Cilium table that the Kubernetes API cannot show. */
export const ciliumUnseen: readonly UnseenCode[] = [];
