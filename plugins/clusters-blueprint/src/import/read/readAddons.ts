import type { ImportFacts } from '../ImportFacts';
import type { SpecDraft } from '../SpecDraft';

const ADDONS = 'spec.addons';

/** Names in EKS of the add-ons that every cluster has. */
const always = {
  coreDns: 'coredns',
  podIdentityAgent: 'eks-pod-identity-agent',
} as const;

/** Names in EKS of the add-ons that have a switch. */
const switched = {
  ebsCsiDriver: 'aws-ebs-csi-driver',
  snapshotController: 'snapshot-controller',
  metricsServer: 'metrics-server',
  externalDns: 'external-dns',
  certManager: 'cert-manager',
} as const;

/** Deployments that say that an add-on was installed in another way. */
const deploymentsOf: Record<keyof typeof switched, string> = {
  ebsCsiDriver: 'ebs-csi-controller',
  snapshotController: 'snapshot-controller',
  metricsServer: 'metrics-server',
  externalDns: 'external-dns',
  certManager: 'cert-manager',
};

const LOAD_BALANCER = 'aws-load-balancer-controller';
const GUARD_DUTY = 'aws-guardduty-agent';

const known: ReadonlySet<string> = new Set([
  ...Object.values(always),
  ...Object.values(switched),
  GUARD_DUTY,
]);

function hasDeployment({ snapshot }: ImportFacts, name: string): boolean {
  return snapshot.resources.deployments.items.some(each => each.name === name);
}

function readSwitched(facts: ImportFacts, draft: SpecDraft): void {
  const { addons } = facts.aws;
  for (const [field, name] of Object.entries(switched) as [
    keyof typeof switched,
    string,
  ][]) {
    const addon = addons.find(({ addonName }) => addonName === name);
    draft.set(`${ADDONS}.${field}.enabled`, addon !== undefined);
    draft.set(`${ADDONS}.${field}.version`, addon?.addonVersion);
    if (!addon && hasDeployment(facts, deploymentsOf[field])) {
      draft.differ(
        `Deployment ${deploymentsOf[field]}`,
        `runs, but is no add-on of EKS: it stays as it is, and ${ADDONS}.${field} must stay off beside it`,
      );
    }
    if (addon && field === 'ebsCsiDriver') {
      draft.ask(
        `${ADDONS}.ebsCsiDriver.kmsKeyArn`,
        'Which KMS key encrypts the volumes of the StorageClass gp3? StorageClasses are not captured, and the key of one cannot be changed.',
        { optional: true },
      );
    }
    if (addon && (field === 'externalDns' || field === 'certManager')) {
      draft.ask(
        `${ADDONS}.${field}.hostedZoneIds`,
        `Which hosted zones may ${name} change?`,
      );
    }
    if (addon && field === 'externalDns') {
      draft.ask(
        `${ADDONS}.externalDns.domains`,
        'Which domains of these zones? An empty list means all.',
      );
    }
  }
}

function readLoadBalancerController(
  facts: ImportFacts,
  draft: SpecDraft,
): void {
  const path = `${ADDONS}.loadBalancerController`;
  if (facts.snapshot.resources.deployments.state !== 'ok') {
    draft.differ(
      'Deployments',
      'were not captured: whether an add-on was installed in another way is not known',
    );
    draft.ask(
      `${path}.enabled`,
      'The capture has no Deployments. Does the AWS Load Balancer Controller run?',
    );
    return;
  }
  const isThere = hasDeployment(facts, LOAD_BALANCER);
  draft.set(`${path}.enabled`, isThere);
  if (isThere) {
    draft.ask(
      `${path}.version`,
      'Which version of the chart of the AWS Load Balancer Controller is installed? The capture tells only that of its image.',
    );
  }
}

/** Add-ons of EKS, and those that are installed in another way. */
export function readAddons(facts: ImportFacts, draft: SpecDraft): void {
  const { addons } = facts.aws;
  for (const [field, name] of Object.entries(always)) {
    const addon = addons.find(({ addonName }) => addonName === name);
    draft.set(`${ADDONS}.${field}.version`, addon?.addonVersion);
    if (!addon) {
      draft.differ(
        `EKS add-on ${name}`,
        'is not installed as an add-on of EKS; the blueprint installs it as one',
      );
    }
  }
  readSwitched(facts, draft);
  readLoadBalancerController(facts, draft);
  for (const { addonName } of addons) {
    if (!known.has(addonName)) {
      draft.differ(
        `EKS add-on ${addonName}`,
        'is not rendered: spec.addons does not know it',
      );
    }
  }
}

/** Whether GuardDuty watches the cluster, and budgets for disruption. */
export function readHardening(
  { aws, snapshot }: ImportFacts,
  draft: SpecDraft,
) {
  draft.set(
    'spec.hardening.guardDuty',
    aws.cluster.tags.GuardDutyManaged === 'true' ||
      aws.addons.some(({ addonName }) => addonName === GUARD_DUTY),
  );
  const path = 'spec.hardening.podDisruptionBudgets';
  const { poddisruptionbudgets } = snapshot.resources;
  if (poddisruptionbudgets.state === 'ok') {
    draft.set(
      path,
      poddisruptionbudgets.items.some(({ name }) => name === 'cilium-operator'),
    );
  } else {
    draft.ask(
      path,
      'The capture has no PodDisruptionBudgets. Do the parts of Cilium have some?',
    );
  }
}
