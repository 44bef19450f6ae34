import { Rule, UnseenCode } from '../engine/Rule';
import { controllerDown } from './controllerDown';
import { leaderLost } from './leaderLost';
import { poolLimit } from './poolLimit';
import { poolNotReady } from './poolNotReady';
import { waitsForCni } from './waitsForCni';

/** Rules of the Karpenter tables (C, P, N and L). */
export const karpenterRules: readonly Rule[] = [
  controllerDown,
  leaderLost,
  poolNotReady,
  poolLimit,
  waitsForCni,
];

/** Codes of the Karpenter tables that the Kubernetes API cannot show. */
export const karpenterUnseen: readonly UnseenCode[] = [];
