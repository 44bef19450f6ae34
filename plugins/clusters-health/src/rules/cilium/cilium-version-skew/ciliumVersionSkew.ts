import {
  ciliumLines,
  knownBadReleases,
} from '@clusterworks/plugin-clusters-spec';
import semver from 'semver';
import { DraftFinding, Rule, unknown } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import {
  compareMinors,
  minorOf,
  readVersion,
  versionOfWorkload,
} from '../../../model/versions';
import { WorkloadFacts } from '../../../kinds';
import { ciliumVersionSkewDoc } from './ciliumVersionSkewDoc';

/** D26: versions that differ, are at their end, or were never tested. */
export const ciliumVersionSkew: Rule = {
  code: 'cilium/D26',
  id: 'cilium-version-skew',
  component: 'cilium',
  doc: ciliumVersionSkewDoc,
  needs: ['daemonsets', 'deployments'],
  evaluate(ctx) {
    const agent = ctx.index.ciliumAgent();
    const version = ctx.index.ciliumVersion();
    if (!agent || !version) return unknown("Cilium's version is not known");
    const kubernetes = minorOf(ctx.snapshot.serverVersion);
    return {
      findings: [
        skew(ctx, agent, version),
        endOfLife(ctx, agent, version),
        knownBad(agent, version),
        untested(agent, version, kubernetes),
      ].filter((one): one is DraftFinding => one !== undefined),
      unknown:
        kubernetes === undefined
          ? "the API server's version is not known"
          : undefined,
    };
  },
};

function finding(
  agent: WorkloadFacts,
  key: string,
  severity: DraftFinding['severity'],
  title: string,
  text: string,
): DraftFinding {
  return {
    severity,
    subject: subjectOf('DaemonSet', agent),
    key,
    title,
    evidence: [
      evidenceOf(
        'DaemonSet',
        agent,
        'containers[cilium-agent].image',
        agent.containers.find(one => one.name === 'cilium-agent')?.image,
      ),
    ],
    remedy: [{ text }],
  };
}

function skew(
  ctx: RuleContext,
  agent: WorkloadFacts,
  version: string,
): DraftFinding | undefined {
  const operator = versionOfWorkload(
    ctx.index.ciliumOperator(),
    'cilium-operator',
  );
  if (!operator || operator === version) return undefined;
  const minors = minorOf(operator) !== minorOf(version);
  return finding(
    agent,
    'skew',
    minors ? 'warning' : 'info',
    `Cilium's agent is ${version}, its operator ${operator}`,
    'Finish the upgrade: both come from one release of the chart',
  );
}

function endOfLife(
  ctx: RuleContext,
  agent: WorkloadFacts,
  version: string,
): DraftFinding | undefined {
  const minor = minorOf(version) ?? '';
  const line = ciliumLines.find(one => one.line === minor);
  const before = compareMinors(minor, ciliumLines[0].line) < 0;
  const ended = line?.endOfLife && Date.parse(line.endOfLife) <= ctx.now;
  if (!before && !ended) return undefined;
  return finding(
    agent,
    'end-of-life',
    'warning',
    `Cilium ${version} gets no fixes any more`,
    `Upgrade to a maintained line, such as ${
      ciliumLines[ciliumLines.length - 2].newest
    }`,
  );
}

function knownBad(
  agent: WorkloadFacts,
  version: string,
): DraftFinding | undefined {
  const bad = knownBadReleases.find(
    one =>
      one.component === 'cilium' &&
      semver.satisfies(readVersion(version) ?? '', one.range),
  );
  return (
    bad &&
    finding(
      agent,
      'known-bad',
      bad.severity === 'error' ? 'warning' : 'info',
      `Cilium ${version} has a known fault: ${bad.reason}`,
      `Take ${bad.instead}`,
    )
  );
}

function untested(
  agent: WorkloadFacts,
  version: string,
  kubernetes: string | undefined,
): DraftFinding | undefined {
  const line = ciliumLines.find(one => one.line === minorOf(version));
  if (!line || !kubernetes) return undefined;
  const [low, high] = line.kubernetes;
  const inside =
    compareMinors(kubernetes, low) >= 0 && compareMinors(kubernetes, high) <= 0;
  if (inside) return undefined;
  return finding(
    agent,
    'untested',
    'info',
    `Cilium ${line.line} was tested with Kubernetes ${low} to ${high}, not with ${kubernetes}`,
    'Untested is not refused; see the version matrix for a combination that was tested',
  );
}
