import { Rule, UnseenCode } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { clusterSubject, evidenceOf, subjectOf } from '../engine/subjects';
import { MINUTE } from '../engine/durations';
import { conditionOf, NodeClaimFacts, NodeFacts, SourceName } from '../kinds';
import { ChecklistPoint, checklistRule } from './checklistRule';
import { andThen, fixedCommand } from '../engine/shellCommand';

const met = { met: true } as const;
/** Karpenter writes the tags within seconds of the node's registration. */
const TAG_TIME = 5 * MINUTE;

function existing(
  source: Extract<SourceName, 'ec2nodeclasses' | 'nodepools'>,
  what: string,
) {
  return (ctx: RuleContext) =>
    ctx.items(source).length > 0
      ? met
      : {
          subject: clusterSubject(ctx.cluster),
          title: `There is no ${what}`,
          evidence: [{ object: ctx.cluster, path: source, value: '0' }],
        };
}

const expectedLabels = [
  'karpenter.sh/nodepool',
  'karpenter.sh/capacity-type',
  'karpenter.k8s.aws/ec2nodeclass',
  'node.kubernetes.io/instance-type',
  'topology.kubernetes.io/zone',
] as const;

/** The seven points of the checklist that the Kubernetes API shows. */
export const checklist: readonly Rule[] = [
  checklistRule({
    slug: 'cilium-pods-running',
    point: 'Cilium pods running',
    detect:
      'DaemonSet cilium: status.numberReady equals desiredNumberScheduled.',
    needs: ['daemonsets'],
    remedy: {
      text: 'See which agent is not ready',
      command: fixedCommand`kubectl -n kube-system get pods -l k8s-app=cilium -o wide`,
    },
    judge(ctx) {
      const agent = ctx.index.ciliumAgent();
      if (!agent) return { unknown: 'no DaemonSet of Cilium was found' };
      const { desired, ready } = agent;
      if (desired === undefined) {
        return { unknown: 'the DaemonSet has no desired number yet' };
      }
      if (ready >= desired && desired > 0) return met;
      return {
        subject: subjectOf('DaemonSet', agent),
        title: `${ready} of ${desired} Cilium agents are ready`,
        evidence: [evidenceOf('DaemonSet', agent, 'status.numberReady', ready)],
      };
    },
  }),
  checklistRule({
    slug: 'cilium-ipam-eni',
    point: 'Cilium status shows IPAM: AWS ENI',
    detect: 'ConfigMap cilium-config, key ipam, is eni.',
    needs: ['configmaps'],
    remedy: { text: 'Set ipam.mode: eni and eni.enabled: true in the values' },
    judge(ctx) {
      const ipam = ctx.index.ciliumConfig()?.ipam;
      if (ipam === undefined) return { unknown: 'cilium-config was not found' };
      if (ipam === 'eni') return met;
      const map = { name: 'cilium-config', namespace: 'kube-system' };
      return {
        subject: subjectOf('ConfigMap', map),
        title: `Cilium's IPAM mode is ${ipam}, not eni`,
        evidence: [evidenceOf('ConfigMap', map, 'data.ipam', ipam)],
      };
    },
  }),
  checklistRule({
    slug: 'karpenter-pods-running',
    point: 'Karpenter pods running',
    detect:
      'Deployment with label app.kubernetes.io/name=karpenter: status.availableReplicas equals spec.replicas.',
    needs: ['deployments'],
    remedy: {
      text: 'See why its pods do not run',
      command: fixedCommand`kubectl get pods -A -l app.kubernetes.io/name=karpenter`,
    },
    judge(ctx) {
      const controller = ctx.index.karpenter();
      if (!controller)
        return { unknown: 'no Deployment of Karpenter was found' };
      const { desired = 1, available } = controller;
      if (available >= desired && desired > 0) return met;
      return {
        subject: subjectOf('Deployment', controller),
        title: `${available} of ${desired} Karpenter pods are available`,
        evidence: [
          evidenceOf(
            'Deployment',
            controller,
            'status.availableReplicas',
            available,
          ),
        ],
      };
    },
  }),
  checklistRule({
    slug: 'nodeclasses-created',
    point: 'NodeClasses created',
    detect: 'There is an EC2NodeClass.',
    needs: ['ec2nodeclasses'],
    remedy: {
      text: "Apply the cluster's overlay",
      command: fixedCommand`scripts/apply-karpenter-nodes.sh`,
    },
    judge: existing('ec2nodeclasses', 'EC2NodeClass'),
  }),
  checklistRule({
    slug: 'nodepools-created',
    point: 'NodePools created',
    detect: 'There is a NodePool.',
    needs: ['nodepools'],
    remedy: {
      text: "Apply the cluster's overlay",
      command: fixedCommand`scripts/apply-karpenter-nodes.sh`,
    },
    judge: existing('nodepools', 'NodePool'),
  }),
  checklistRule({
    slug: 'workload-runs-on-karpenter',
    point: 'Test deployment scaled successfully',
    detect:
      'A pod that is no DaemonSet pod runs on a node that belongs to a NodePool.',
    needs: ['pods', 'nodes'],
    remedy: {
      text: 'Scale the test deployment and watch',
      command: fixedCommand`kubectl create deployment inflate --image=registry.k8s.io/pause:3.10 --replicas=3`,
    },
    judge(ctx) {
      const own = ctx.index.ownNodes();
      if (own.length === 0) {
        return { notApplicable: 'Karpenter has no node now' };
      }
      const runs = own.some(node =>
        (ctx.index.podsByNode().get(node.name) ?? []).some(
          pod =>
            pod.phase === 'Running' &&
            !pod.owners.some(({ kind }) => kind === 'DaemonSet'),
        ),
      );
      return runs
        ? met
        : { notApplicable: 'the nodes of Karpenter carry no workload now' };
    },
  }),
  checklistRule({
    slug: 'nodes-tagged-and-labelled',
    point: 'New nodes have correct tags and labels',
    detect:
      'Nodes of NodePools that are initialized carry karpenter.sh/nodepool, karpenter.sh/capacity-type, karpenter.k8s.aws/ec2nodeclass, the instance type and the zone; their NodeClaims say that the instance is tagged (karpenter.k8s.aws/tagged) 5 minutes after creation. Where no NodeClaim says so, only EC2 can tell.',
    needs: ['nodes', 'nodeclaims'],
    remedy: {
      text: 'See what the node lacks',
      command: fixedCommand`kubectl get nodes -L karpenter.sh/nodepool,karpenter.sh/capacity-type`,
    },
    judge(ctx) {
      const own = ctx.index
        .ownNodes()
        .filter(node => node.labels['karpenter.sh/initialized'] === 'true');
      if (own.length === 0) {
        return { notApplicable: 'Karpenter has no node in service now' };
      }
      const bad = own.find(node => missingLabels(node).length > 0);
      if (!bad) return judgeTags(ctx);
      return {
        subject: subjectOf('Node', bad),
        title: `Node ${bad.name} lacks labels: ${missingLabels(bad).join(
          ', ',
        )}`,
        evidence: [
          evidenceOf(
            'Node',
            bad,
            'metadata.labels',
            `of those expected only ${expectedLabels
              .filter(key => bad.labels[key] !== undefined)
              .join(', ')}`,
          ),
        ],
      };
    },
  }),
];

const TAGGED = 'karpenter.k8s.aws/tagged';

/** Karpenter tags an instance after its node has joined, and writes that down. */
function judgeTags(ctx: RuleContext): ReturnType<ChecklistPoint['judge']> {
  const joined = ctx.index
    .ownClaims()
    .filter(claim => conditionOf(claim, 'Initialized')?.status === 'True');
  const isTagged = (claim: NodeClaimFacts) =>
    claim.annotations[TAGGED] === 'true';
  if (joined.length > 0 && !joined.some(isTagged)) {
    return {
      unknown:
        "no NodeClaim says that its instance is tagged; to find out: aws ec2 describe-instances --filters 'Name=tag-key,Values=karpenter.sh/nodeclaim' --query 'Reservations[].Instances[].[InstanceId,Tags]'",
    };
  }
  const bad = joined.find(
    claim => !isTagged(claim) && (ctx.age(claim.createdAt) ?? 0) > TAG_TIME,
  );
  if (!bad) return met;
  return {
    subject: subjectOf('NodeClaim', bad),
    title: `Instance of NodeClaim ${bad.name} is not tagged`,
    evidence: [
      evidenceOf(
        'NodeClaim',
        bad,
        `metadata.annotations[${TAGGED}]`,
        bad.annotations[TAGGED],
      ),
    ],
  };
}

function missingLabels(node: NodeFacts): string[] {
  return expectedLabels.filter(key => node.labels[key] === undefined);
}

/** Asks the controller for the name of its queue, so that commands run as they are. */
const askForQueue = fixedCommand`queue=$(kubectl get deployment -A -l app.kubernetes.io/name=karpenter -o jsonpath='{.items[0].spec.template.spec.containers[0].env[?(@.name=="INTERRUPTION_QUEUE")].value}')`;
const askForQueueUrl = fixedCommand`url=$(aws sqs get-queue-url --queue-name "$queue" --query QueueUrl --output text)`;
const askForQueueArn = fixedCommand`arn=$(aws sqs get-queue-attributes --queue-url "$url" --attribute-names QueueArn --query Attributes.QueueArn --output text)`;

/** The three points of the checklist that no object of the cluster shows. */
export const checklistUnseen: readonly UnseenCode[] = [
  {
    code: 'clusterworks/terraform-applied',
    rule: 'terraform-applied',
    component: 'clusterworks',
    title: 'Checklist: Terraform apply completed without errors',
    means: 'The infrastructure is as its code says.',
    reason: 'Terraform state is not in the cluster',
    command: fixedCommand`terraform -chdir=terraform/environments/'<environment>/<name>' plan -detailed-exitcode`,
    source: 'reference-design.md, Validation Checklist',
  },
  {
    code: 'clusterworks/interruption-queue-exists',
    rule: 'interruption-queue-exists',
    component: 'clusterworks',
    title: 'Checklist: SQS queue exists',
    means: 'Karpenter learns of spot interruptions through this queue.',
    reason: 'queues are not in the cluster',
    command: andThen(
      askForQueue,
      fixedCommand`aws sqs get-queue-url --queue-name "$queue"`,
    ),
    source: 'reference-design.md, Validation Checklist',
  },
  {
    code: 'clusterworks/eventbridge-rules-exist',
    rule: 'eventbridge-rules-exist',
    component: 'clusterworks',
    title: 'Checklist: EventBridge rules exist',
    means: 'The rules bring the events of EC2 and AWS Health to the queue.',
    reason: 'EventBridge rules are not in the cluster',
    command: andThen(
      askForQueue,
      askForQueueUrl,
      askForQueueArn,
      fixedCommand`aws events list-rule-names-by-target --target-arn "$arn"`,
    ),
    source: 'reference-design.md, Validation Checklist; facts/karpenter.md 4',
  },
];
