import type { Evidence } from '@clusterworks/plugin-clusters-common';
import type { RuleRemedy } from '../model/remedy/RuleRemedy';
import { shellCommand } from '../model/remedy/shellCommand';
import { evidenceOf } from './subjects';
import type { ContainerStatusFacts, PodFacts } from '../kinds';
import type { CrashLoop } from '../model/crashLoop';

/** How the pod crashes, for a title: `crashes again and again (…)`. */
export function sayCrash({ state, container, often }: CrashLoop): string {
  const how =
    container.terminated?.reason === 'OOMKilled' || state === 'outOfMemory'
      ? 'runs out of memory'
      : 'crashes again and again';
  return `${how} (${often}${sayExit(container)})`;
}

function sayExit({ terminated }: ContainerStatusFacts): string {
  if (terminated?.exitCode === undefined) {
    return '';
  }
  const { exitCode } = terminated;
  return exitCode === 139
    ? ', exit code 139: segmentation fault'
    : `, exit code ${exitCode}`;
}

/**
 * Evidence for the crashes of a pod: counts, the last termination, kubelet's
 * event, the Lease.
 */
export function crashEvidence(pod: PodFacts, loop: CrashLoop): Evidence[] {
  const { container, backOff, lease } = loop;
  const { restarts, waitingReason, terminated } = container;
  const path = `status.containerStatuses[${container.name}]`;
  return [
    evidenceOf(
      'Pod',
      pod,
      `${path}.restartCount`,
      waitingReason ? `${restarts}, ${waitingReason}` : restarts,
    ),
    ...(terminated ? [lastEnd(pod, path, terminated)] : []),
    ...(backOff
      ? [
          evidenceOf(
            'Pod',
            pod,
            'events[BackOff]',
            `${backOff.count} times: ${backOff.message}`,
          ),
        ]
      : []),
    ...(lease
      ? [evidenceOf('Lease', lease, 'spec.leaseTransitions', lease.transitions)]
      : []),
  ];
}

function lastEnd(
  pod: PodFacts,
  path: string,
  {
    reason,
    exitCode,
    finishedAt,
  }: NonNullable<ContainerStatusFacts['terminated']>,
): Evidence {
  const at =
    finishedAt === undefined ? '' : ` at ${new Date(finishedAt).toISOString()}`;
  return evidenceOf(
    'Pod',
    pod,
    `${path}.lastState.terminated`,
    `${reason ?? 'unknown reason'}, exit code ${exitCode ?? 'unknown'}${at}`,
  );
}

/**
 * Shows the log of the previous run, the only place with the reason of the
 * crash.
 */
export function readLastRun(
  pod: PodFacts,
  { container }: CrashLoop,
): RuleRemedy {
  return {
    text: 'Read why it ended',
    command: shellCommand`kubectl -n ${pod.namespace} logs ${pod.name} -c ${container.name} --previous --tail=100`,
  };
}
