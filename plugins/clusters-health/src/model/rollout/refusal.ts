import { type RuleRemedy } from '../remedy/RuleRemedy';
import { fixedCommand, shellCommand } from '../remedy/shellCommand';

/** Why the API server refuses a pod, according to its message. */
export interface Refusal {
  /** For a title: `ResourceQuota team-quota is used up`. */
  text: string;
  remedy: RuleRemedy[];
}

interface Known {
  pattern: RegExp;
  text(match: RegExpExecArray): string;
  remedy(namespace: string): RuleRemedy[];
}

const LATER = 'Its controller tries again by itself, after up to 17 minutes';

const known: readonly Known[] = [
  {
    pattern: /exceeded quota: ([a-z0-9.-]{1,253})/,
    text: ([, quota]) => `ResourceQuota ${quota} of its namespace is used up`,
    remedy: namespace => [
      {
        text: 'See which limits of the quota are used up',
        command: shellCommand`kubectl -n ${namespace} describe resourcequota`,
      },
      {
        text: `Raise the quota where it is kept, or let others of the namespace use less. ${LATER}`,
      },
    ],
  },
  {
    pattern:
      /failed quota: ([a-z0-9.-]{1,253}): must specify ([\w.,:; -]{1,100})/,
    text: ([, quota, what]) =>
      `ResourceQuota ${quota} demands that its pods specify ${what}`,
    remedy: namespace => [
      {
        text: 'See what the quota demands',
        command: shellCommand`kubectl -n ${namespace} describe resourcequota`,
      },
      { text: `Set the requests and limits in its values. ${LATER}` },
    ],
  },
  {
    pattern: /failed calling webhook "([^"]{1,253})"/,
    text: ([, webhook]) => `admission webhook ${webhook} does not answer`,
    remedy: () => [
      {
        text: 'See which configuration has the webhook, and which Service it calls',
        command: fixedCommand`kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations`,
      },
      {
        text: 'Bring the pods behind that Service back; where they need a node of Karpenter themselves, exclude the namespace from the webhook (namespaceSelector) in its own values',
      },
    ],
  },
  {
    pattern: /admission webhook "([^"]{1,253})" denied the request/,
    text: ([, webhook]) => `admission webhook ${webhook} denies its pods`,
    remedy: () => [
      {
        text: 'See whose policy it is; the message says what it asks for',
        command: fixedCommand`kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations`,
      },
      { text: `Meet the policy, or exempt the workload there. ${LATER}` },
    ],
  },
  {
    pattern: /error looking up service account ([a-z0-9./-]{1,320})/,
    text: ([, account]) => `ServiceAccount ${account} does not exist`,
    remedy: namespace => [
      {
        text: 'See which ServiceAccounts exist',
        command: shellCommand`kubectl -n ${namespace} get serviceaccounts`,
      },
      {
        text: `Let its chart make the account, or name one that exists. ${LATER}`,
      },
    ],
  },
  {
    pattern: /violates PodSecurity "([^"]{1,100})"/,
    text: ([, level]) => `Pod Security ${level} of its namespace forbids them`,
    remedy: namespace => [
      {
        text: 'See the level that the namespace enforces',
        command: shellCommand`kubectl get namespace ${namespace} --show-labels`,
      },
      {
        text: `Agents of a network need a privileged namespace: correct its label where it is kept. ${LATER}`,
      },
    ],
  },
  {
    pattern: /no PriorityClass with name ([a-z0-9.-]{1,253}) was found/,
    text: ([, name]) => `PriorityClass ${name} does not exist`,
    remedy: () => [
      {
        text: 'See which classes there are',
        command: fixedCommand`kubectl get priorityclasses`,
      },
      { text: `Create it, or name one that exists. ${LATER}` },
    ],
  },
  {
    pattern: /(maximum|minimum) (cpu|memory) usage per (Container|Pod)/,
    text: ([, bound, resource]) =>
      `LimitRange of its namespace forbids its ${resource} (${bound})`,
    remedy: namespace => [
      {
        text: 'See the bounds',
        command: shellCommand`kubectl -n ${namespace} describe limitrange`,
      },
      {
        text: `Set requests and limits within them, or change the LimitRange. ${LATER}`,
      },
    ],
  },
];

/**
 * Finds the cause in the API server's message; an unknown message is quoted.
 */
export function refusalOf(message: string, namespace: string): Refusal {
  for (const { pattern, text, remedy } of known) {
    const match = pattern.exec(message);
    if (match) {
      return { text: text(match), remedy: remedy(namespace) };
    }
  }
  const quoted = message.length > 160 ? `${message.slice(0, 160)}…` : message;
  return {
    text: quoted || 'no reason given',
    remedy: [
      {
        text: 'See what the API server answers',
        command: shellCommand`kubectl -n ${namespace} get events --field-selector reason=FailedCreate`,
      },
      { text: `Follow the message. ${LATER}` },
    ],
  };
}
