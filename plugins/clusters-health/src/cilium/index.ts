import { Rule, UnseenCode } from '../engine/Rule';

/** Rules of the Cilium table (D01 to D30). */
export const ciliumRules: readonly Rule[] = [];

/** Codes of the Cilium table that the Kubernetes API cannot show. */
export const ciliumUnseen: readonly UnseenCode[] = [];
