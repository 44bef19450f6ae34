import {
  Evidence,
  FindingSubject,
  Severity,
} from '@clusterworks/plugin-clusters-common';
import { SourceName } from '../kinds';
import { Concern } from './concerns';
import { RuleContext } from './RuleContext';
import { RuleRemedy } from '../model/remedy/RuleRemedy';
import { ShellCommand } from '../model/remedy/shellCommand';

/**
 * A finding as a rule gives it; the engine adds id, code and consequences.
 *
 * @public
 */
export interface DraftFinding {
  severity: Severity;
  subject: FindingSubject;
  /** Milliseconds since 1970; absent when not known. */
  since?: number;
  /** One sentence without a full stop. */
  title: string;
  evidence: Evidence[];
  remedy: RuleRemedy[];
  /**
   * What the finding is about besides its subject, to join causes: keys made
   * by `touch`, for example `node:ip-10-0-1-7` or `pool:general`.
   */
  touches?: string[];
  /**
   * Findings of one rule with the same group have one cause: the oldest of
   * them is the root and the others are its consequences.
   */
  group?: string;
  /** Tells findings of one rule on one subject apart; goes into the id. */
  key?: string;
}

/**
 * What a rule found in one look.
 *
 * @public
 */
export interface RuleResult {
  findings: DraftFinding[];
  /** Why a pass cannot be claimed although nothing was found. */
  unknown?: string;
  /** Why the rule does not apply to this cluster. */
  notApplicable?: string;
}

/** The part of the stack that a rule judges. */
export type Component = 'karpenter' | 'cilium' | 'clusterworks';

/**
 * What people read of a rule, in the catalogue and on the command line.
 *
 * @public
 */
export interface RuleDoc {
  title: string;
  /** What it means when it fires. */
  means: string;
  /** How it is found: objects, fields, durations. */
  foundBy: string;
  /** What to do, in a sentence or two. */
  todo: string;
  /** Since which version the sign exists, for example `Karpenter 1.4`. */
  since?: string;
  /** A public page that explains it: upstream code, documentation or an issue. */
  source: string;
}

/**
 * One detector of one kind of fault.
 *
 * @public
 */
export interface Rule {
  /** Stable alias in the API: `karpenter/P3`, `cilium/D07`, `clusterworks/<id>`. */
  code: string;
  /** Its name, for example `nodepool-limit`: also its folder and its anchor in the catalogue. */
  id: string;
  component: Component;
  doc: RuleDoc;
  /**
   * Whom the rule is about. Where the cluster has such objects, but none of
   * Karpenter's own AWS provider or of Cilium, the rule does not apply.
   */
  concerns?: Concern;
  /** Without one of these nothing can be said: the check is `unknown`. */
  needs: readonly SourceName[];
  /** Read too; without one of these a pass cannot be claimed. */
  uses?: readonly SourceName[];
  /** Read for details of a finding only: whether it fires does not depend on them. */
  details?: readonly SourceName[];
  /**
   * Judges the snapshot. Reads only the sources named here.
   * Must not throw on any snapshot that `projectCapture` can give.
   */
  evaluate(ctx: RuleContext): RuleResult;
}

/**
 * A fault that the Kubernetes API cannot show, and how to find out.
 *
 * @public
 */
export interface UnseenCode extends Pick<Rule, 'code' | 'id' | 'component'> {
  doc: Pick<RuleDoc, 'title' | 'means' | 'source'>;
  /** Why it cannot be seen. */
  reason: string;
  /** The exact command that finds out. */
  command: ShellCommand;
}

/** Nothing wrong. */
export function pass(): RuleResult {
  return { findings: [] };
}

/** Nothing can be said, for this reason. */
export function unknown(reason: string): RuleResult {
  return { findings: [], unknown: reason };
}

/** The rule does not apply, for this reason. */
export function notApplicable(reason: string): RuleResult {
  return { findings: [], notApplicable: reason };
}
