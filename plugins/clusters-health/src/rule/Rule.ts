import type {
  Evidence,
  FindingSubject,
  Severity,
} from '@clusterworks/plugin-clusters-common';
import type { SourceName } from '../kinds';
import type { Concern } from './concerns';
import type { RuleContext } from './RuleContext';
import type { RuleRemedy } from '../model/remedy/RuleRemedy';
import type { ShellCommand } from '../model/remedy/shellCommand';

/**
 * A finding as a rule returns it; the engine adds id, code and effects.
 *
 * @public
 */
export interface DraftFinding {
  severity: Severity;
  subject: FindingSubject;
  /** All objects that the finding is about, when there are several. */
  subjects?: FindingSubject[];
  /** Milliseconds since 1970; absent when not known. */
  since?: number;
  /** One sentence without a full stop. */
  title: string;
  evidence: Evidence[];
  remedy: RuleRemedy[];
  /**
   * What the finding is about besides its subject, used to find causes: keys
   * made by `touch`, for example `node:ip-10-0-1-7` or `pool:general`.
   */
  touches?: string[];
  /**
   * Identifies the cause: a pool, a subnet, a reason. Findings of one rule with
   * the same group are shown as one finding with all their objects.
   */
  group?: string;
  /** Distinguishes several findings of one rule about the same subject. */
  key?: string;
}

/**
 * The result of a rule for one snapshot.
 *
 * @public
 */
export interface RuleResult {
  findings: DraftFinding[];
  /** Why the rule cannot return `pass` although it found nothing. */
  unknown?: string;
  /** Why the rule does not apply to this cluster. */
  notApplicable?: string;
}

/** The part of the stack that a rule checks. */
export type Component = 'karpenter' | 'cilium' | 'clusterworks';

/**
 * The documentation of a rule, in the catalogue and on the command line.
 *
 * @public
 */
export interface RuleDoc {
  title: string;
  /** What it means when the rule fires. */
  means: string;
  /** How the rule finds the fault: objects, fields, durations. */
  foundBy: string;
  /** What to do; several steps are in their order. */
  todo: string | readonly string[];
  /** Which objects the rule is about, and which it leaves out. */
  whom?: string;
  /** How long the rule waits before it fires, and why. */
  waits?: string;
  /** What the rule cannot see. */
  cannotSee?: string;
  /**
   * Similar situations that the rule leaves out or that another rule reports.
   */
  lookAlikes?: string;
  /**
   * The version in which the symptom first exists, for example `Karpenter 1.4`.
   */
  since?: string;
  /**
   * A public page that explains the fault: upstream code, documentation or an
   * issue.
   */
  source: string;
}

/**
 * The documentation of a rule of this repository, whose catalogue entry is
 * complete.
 */
export type CataloguedDoc = RuleDoc &
  Required<Pick<RuleDoc, 'whom' | 'waits' | 'cannotSee' | 'lookAlikes'>>;

/**
 * The steps of `todo` as a list, in their order.
 *
 * @public
 */
export function stepsOf(doc: Pick<RuleDoc, 'todo'>): readonly string[] {
  return typeof doc.todo === 'string' ? [doc.todo] : doc.todo;
}

/**
 * A rule that detects one kind of fault.
 *
 * @public
 */
export interface Rule {
  /** Stable alias in the API: `karpenter/P3`, `cilium/D07`, `clusterworks/<id>`. */
  code: string;
  /**
   * Name of the rule, for example `nodepool-limit`; also its folder and its
   * anchor in the catalogue.
   */
  id: string;
  component: Component;
  doc: RuleDoc;
  /**
   * The objects that the rule is about. The rule does not apply when the
   * cluster has objects of the kind but none of them belongs to Karpenter's own
   * AWS provider or to Cilium.
   */
  concerns?: Concern;
  /**
   * Sources that the rule needs: without one of them the check is `unknown`.
   */
  needs: readonly SourceName[];
  /**
   * Further sources that the rule reads: without one of them the rule cannot
   * return `pass`.
   */
  uses?: readonly SourceName[];
  /**
   * Sources that add details to a finding; whether the rule fires does not
   * depend on them.
   */
  details?: readonly SourceName[];
  /**
   * Evaluates the snapshot. Reads only the sources named here, and must not
   * throw on any snapshot that `projectCapture` can return.
   */
  evaluate(ctx: RuleContext): RuleResult;
}

/**
 * A fault that the Kubernetes API cannot show, and how to detect it.
 *
 * @public
 */
export interface UnseenCode extends Pick<Rule, 'code' | 'id' | 'component'> {
  doc: Pick<RuleDoc, 'title' | 'means' | 'source'>;
  /** Why the API cannot show the fault. */
  reason: string;
  /** The exact command that detects the fault. */
  command: ShellCommand;
}

/** The rule found nothing wrong. */
export function pass(): RuleResult {
  return { findings: [] };
}

/** The rule could not be evaluated, for this reason. */
export function unknown(reason: string): RuleResult {
  return { findings: [], unknown: reason };
}

/** The rule does not apply, for this reason. */
export function notApplicable(reason: string): RuleResult {
  return { findings: [], notApplicable: reason };
}
