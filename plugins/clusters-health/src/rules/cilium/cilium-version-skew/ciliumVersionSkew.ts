import {
  ciliumLines,
  compareMinors,
  knownBadReleases,
} from '@clusterworks/plugin-clusters-spec';
import semver from 'semver';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { touch } from '../../../rule/correlationKey';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import {
  minorOf,
  readVersion,
  versionOfWorkload,
} from '../../../model/versions';
import type { WorkloadFacts } from '../../../kinds';
import { ciliumVersionSkewDoc } from './ciliumVersionSkewDoc';

/** D26: versions differ, are out of support, or were never tested together. */
export const ciliumVersionSkew: Rule = {
  code: 'cilium/D26',
  id: 'cilium-version-skew',
  component: 'cilium',
  doc: ciliumVersionSkewDoc,
  needs: ['daemonsets', 'deployments'],
  evaluate(ctx) {
    const agent = ctx.index.ciliumAgent();
    const version = ctx.index.ciliumVersion();
    if (!agent || !version) {
      return unknown("Cilium's version is not known");
    }
    const kubernetes = minorOf(ctx.snapshot.serverVersion);
    const notes = [
      skew(ctx, version),
      knownBad(version),
      endOfLife(ctx, version),
      untested(version, kubernetes),
    ].filter((one): one is Note => one !== undefined);
    return {
      findings: notes.length > 0 ? [finding(agent, notes)] : [],
      unknown:
        kubernetes === undefined
          ? "the API server's version is not known"
          : undefined,
    };
  },
};

/** One remark about the versions. */
interface Note {
  severity: 'info' | 'warning';
  says: string;
  todo: string;
  /** Whether the operator cannot start because of this. */
  stopsOperator?: boolean;
}

/** One finding with all remarks, the most severe first in the title. */
function finding(agent: WorkloadFacts, notes: readonly Note[]): DraftFinding {
  const first =
    notes.find(({ severity }) => severity === 'warning') ?? notes[0];
  const others = notes.filter(note => note !== first);
  const image = agent.containers.find(
    one => one.name === 'cilium-agent',
  )?.image;
  return {
    severity: first.severity,
    subject: subjectOf('DaemonSet', agent),
    title: [first, ...others].map(({ says }) => says).join('; '),
    evidence: [
      evidenceOf('DaemonSet', agent, 'containers[cilium-agent].image', image),
    ],
    remedy: [first, ...others].map(({ todo }) => ({ text: todo })),
    touches: notes.some(({ stopsOperator }) => stopsOperator)
      ? [touch.component('cilium')]
      : [],
  };
}

function skew(ctx: RuleContext, version: string): Note | undefined {
  const operator = versionOfWorkload(
    ctx.index.ciliumOperator(),
    'cilium-operator',
  );
  if (!operator || operator === version) {
    return undefined;
  }
  const minors = minorOf(operator) !== minorOf(version);
  return {
    severity: minors ? 'warning' : 'info',
    says: `Cilium's agent is ${version}, its operator ${operator}`,
    todo: 'Finish the upgrade: both come from one release of the chart',
  };
}

function endOfLife(ctx: RuleContext, version: string): Note | undefined {
  const minor = minorOf(version) ?? '';
  const line = ciliumLines.find(one => one.line === minor);
  const before = compareMinors(minor, ciliumLines[0].line) < 0;
  const ended = line?.endOfLife && Date.parse(line.endOfLife) <= ctx.now;
  if (!before && !ended) {
    return undefined;
  }
  return {
    severity: 'warning',
    says: `Cilium ${version} gets no fixes any more`,
    todo: `Upgrade to a maintained line, such as ${
      ciliumLines[ciliumLines.length - 2].newest
    }`,
  };
}

function knownBad(version: string): Note | undefined {
  const bad = knownBadReleases.find(
    one =>
      one.component === 'cilium' &&
      semver.satisfies(readVersion(version) ?? '', one.range),
  );
  return (
    bad && {
      severity: bad.severity === 'error' ? 'warning' : 'info',
      says: `Cilium ${version} has a known fault: ${bad.reason}`,
      todo: `Upgrade to ${bad.instead}`,
      stopsOperator: bad.stops === 'operator',
    }
  );
}

function untested(
  version: string,
  kubernetes: string | undefined,
): Note | undefined {
  const line = ciliumLines.find(one => one.line === minorOf(version));
  if (!line || !kubernetes) {
    return undefined;
  }
  const [low, high] = line.kubernetes;
  const inside =
    compareMinors(kubernetes, low) >= 0 && compareMinors(kubernetes, high) <= 0;
  if (inside) {
    return undefined;
  }
  return {
    severity: 'info',
    says: `Cilium ${line.line} was tested with Kubernetes ${low} to ${high}, not with ${kubernetes}`,
    todo: 'Untested is not refused; see the version matrix for a combination that was tested',
  };
}
