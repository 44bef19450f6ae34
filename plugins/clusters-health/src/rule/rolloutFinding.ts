import type { Evidence } from '@clusterworks/plugin-clusters-common';
import type { PodFacts, WorkloadFacts } from '../kinds';
import type { RuleRemedy } from '../model/remedy/RuleRemedy';
import { shellCommand } from '../model/remedy/shellCommand';
import { refusalOf, rolloutFault, type RolloutFault } from '../model/rollout';
import { touch } from './correlationKey';
import type { RuleContext } from './RuleContext';
import { evidenceOf } from './subjects';

/** The parts of a finding about a workload that does not get its pods. */
export interface RolloutTrouble {
  /** The end of a title, after a colon: `its pods are not created (…)`. */
  because: string;
  since?: number;
  evidence: Evidence[];
  remedy: RuleRemedy[];
  /** Keys of the nodes whose missing network is the cause. */
  touches: string[];
  /** Whether the fault counts even while old pods still serve. */
  certain: boolean;
}

/**
 * Finds out why a Deployment or DaemonSet does not get its pods, if objects
 * show it.
 */
export function rolloutTrouble(
  ctx: RuleContext,
  kind: 'Deployment' | 'DaemonSet',
  workload: WorkloadFacts,
): RolloutTrouble | undefined {
  const fault = rolloutFault(ctx, kind, workload);
  return fault && troubleOf(fault, kind, workload);
}

function troubleOf(
  fault: RolloutFault,
  kind: 'Deployment' | 'DaemonSet',
  workload: WorkloadFacts,
): RolloutTrouble {
  switch (fault.how) {
    case 'notCreated':
      return notCreated(fault, workload);
    case 'notPlaced':
      return {
        because: `a pod of it finds no node (${cut(fault.message)})`,
        since: fault.since,
        evidence: [
          podEvidence(
            fault.pod,
            'status.conditions[PodScheduled]',
            fault.message,
          ),
        ],
        remedy: [
          describePod(fault.pod, 'See which nodes were passed over, and why'),
        ],
        touches: [],
        certain: false,
      };
    case 'notStarted':
      return notStarted(fault);
    case 'noNetwork': {
      const [pod] = fault.pods;
      return {
        because: 'the nodes of its pods have no network',
        evidence: [
          podEvidence(
            pod,
            `events[${fault.event?.reason}]`,
            fault.event?.message,
          ),
        ],
        remedy: [describePod(pod, 'See that it waits for the network')],
        touches: fault.pods.flatMap(({ nodeName }) =>
          nodeName === undefined ? [] : touch.node(nodeName),
        ),
        certain: false,
      };
    }
    default:
      return {
        because: 'its rollout is past its deadline',
        since: fault.since,
        evidence: [
          evidenceOf(
            kind,
            workload,
            'status.conditions[Progressing]',
            `ProgressDeadlineExceeded: ${fault.message}`,
          ),
        ],
        remedy: [
          {
            text: 'See which pods of the new version are not ready, and why',
            command: shellCommand`kubectl -n ${
              workload.namespace
            } describe ${kind.toLowerCase()} ${workload.name}`,
          },
        ],
        touches: [],
        certain: true,
      };
  }
}

function notCreated(
  { message, since, ...of }: Extract<RolloutFault, { how: 'notCreated' }>,
  { namespace = '' }: WorkloadFacts,
): RolloutTrouble {
  const { text, remedy } = refusalOf(message, namespace);
  return {
    because: `its pods are not created (${text})`,
    since,
    evidence: [
      evidenceOf(of.kind, { namespace, name: of.name }, of.path, message),
    ],
    remedy,
    touches: [],
    certain: true,
  };
}

function notStarted({
  pod,
  container,
  reason,
  event,
}: Extract<RolloutFault, { how: 'notStarted' }>): RolloutTrouble {
  const where = container ? `container ${container.name}` : 'a volume';
  return {
    because: `${where} of pod ${pod.name} does not start (${reason})`,
    evidence: [
      ...(container
        ? [
            podEvidence(
              pod,
              `status.containerStatuses[${container.name}].state.waiting`,
              [reason, container.image].filter(Boolean).join(', image '),
            ),
          ]
        : []),
      ...(event ? [podEvidence(pod, `events[${reason}]`, event.message)] : []),
    ],
    remedy: [
      describePod(
        pod,
        'Read what kubelet says: an image, a Secret, a ConfigMap',
      ),
      {
        text: 'Correct it in the values of its chart. Until then the pods that run go on; do not delete them',
      },
    ],
    touches: [],
    certain: true,
  };
}

function podEvidence(pod: PodFacts, path: string, value?: string): Evidence {
  return evidenceOf('Pod', pod, path, value);
}

function describePod({ namespace, name }: PodFacts, text: string): RuleRemedy {
  return {
    text,
    command: shellCommand`kubectl -n ${namespace} describe pod ${name}`,
  };
}

function cut(message: string): string {
  return message.length > 120 ? `${message.slice(0, 120)}…` : message;
}
