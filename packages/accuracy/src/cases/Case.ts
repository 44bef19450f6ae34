import type { Diagnosis, Truth } from '../judge/truthSchema';
import type { CaseCluster } from '../world';

/** A cluster of our own making, and what is true of it. */
export interface OwnCase {
  /** Its name in the archive and on the page. */
  name: string;
  /** A public page that the state is reported or documented on. */
  source: string;
  /** What happened, and why it is, or is not, a fault. */
  why: string;
  build(): CaseCluster;
  truth: Truth;
}

/** Findings that are true of many clusters and never the point of a case. */
const alwaysNeutral = [
  'karpenter/L12',
  'karpenter/P8',
  'karpenter/P10',
  'karpenter/C4',
  'cilium/D05',
  'cilium/D26',
];

interface CaseFacts {
  name: string;
  source: string;
  why: string;
  build(): CaseCluster;
}

/** What is true of a fault. */
interface FaultFacts extends CaseFacts, Diagnosis {
  verdict: 'degraded' | 'critical';
  verdictAlso?: Truth['verdictAlso'];
  /** The cause: one of these is the headline. */
  root: string[];
  /** Codes of the root that one look cannot tell: their check may be unknown. */
  unknownInstead?: string[];
  /** Codes beside the root that must be found. */
  finds?: string[];
  /** Codes that would be false here. */
  mistakenFor?: string[];
  neutral?: string[];
}

/** A state that looks like a fault and is none. */
interface LookAlikeFacts extends CaseFacts, Omit<Diagnosis, 'root'> {
  /** Where it is as honest to say that nothing is known. */
  verdictAlso?: ['unknown'];
  /** Codes that are true here as a note or warning that hurts nobody. */
  neutral?: string[];
  /** Codes that it is mistaken for. */
  mistakenFor?: string[];
}

/** A case of a fault: the cause is the headline. */
export function fault(facts: FaultFacts): OwnCase {
  const {
    name,
    source,
    why,
    build,
    verdict,
    verdictAlso,
    unknownInstead,
    finds = [],
    mistakenFor = [],
    neutral = [],
    ...diagnosis
  } = facts;
  return {
    name,
    source,
    why,
    build,
    truth: {
      verdict,
      ...(verdictAlso && { verdictAlso }),
      ...(unknownInstead
        ? { mustInclude: [...finds, ...facts.root], unknownInstead }
        : { mustInclude: finds, mustIncludeAny: [facts.root] }),
      mustNotInclude: mistakenFor,
      neutral: [...alwaysNeutral, ...neutral],
      why,
      diagnosis: unknownInstead ? { notPass: facts.root } : diagnosis,
    },
  };
}

/** A case in which nothing is wrong: no warning, no critical. */
export function lookAlike(facts: LookAlikeFacts): OwnCase {
  const {
    name,
    source,
    why,
    build,
    verdictAlso,
    mistakenFor = [],
    neutral = [],
    ...diagnosis
  } = facts;
  return {
    name,
    source,
    why,
    build,
    truth: {
      verdict: 'healthy',
      ...(verdictAlso && { verdictAlso }),
      mustInclude: [],
      mustNotInclude: mistakenFor,
      neutral: [...alwaysNeutral, ...neutral],
      why,
      diagnosis,
    },
  };
}
