import { readFileSync } from 'node:fs';
import path from 'node:path';
import { clustersTranslationRef } from '@clusterworks/plugin-clusters';
import { clusterFormTranslationRef } from '@clusterworks/plugin-scaffolder-module-clusters';
import { parse } from 'yaml';

/** What a translation ref holds, besides what its type shows. */
type Texts = {
  getDefaultMessages(): Record<string, string>;
  getDefaultResource(): {
    resources: {
      language: string;
      loader(): Promise<{ messages: Record<string, string | null> }>;
    }[];
  };
};

/** Texts that German writes as English does: names, terms and signs. */
const SAME_IN_GERMAN = new Set([
  'Add-ons',
  'Block',
  'CPU',
  'Cilium',
  'Cluster',
  'Dashboards',
  'Disruption',
  'Elastic Fabric Adapter',
  'EC2NodeClasses',
  'Episode',
  'GPU',
  'GitHub',
  'GitOps',
  'GuardDuty',
  'Hubble',
  'IPAM',
  'IPAM: ENI',
  'Karpenter',
  'Kubernetes',
  'Kubernetes {{kubernetes}} · Karpenter {{karpenter}} · Cilium {{cilium}}',
  'Labels',
  'Limit',
  'Limit, GPUs',
  'Limit, vCPU',
  'Masquerade',
  'Matrix',
  'Mesh',
  'NodeClaim',
  'NodeClaims',
  'NodeClass',
  'NodeClasses',
  'NodePool',
  'NodePool {{pool}}',
  'NodePools',
  'Pod',
  'PodDisruptionBudget {{by}}',
  'Pods',
  'Pool {{number}}',
  'Pool {{pool}}',
  'Region',
  'Rollouts',
  'Routing',
  'ServiceMonitors',
  'Services',
  'Spot',
  'System',
  'System (optional)',
  'Tags',
  'Taints',
  'Terraform',
  'VPC',
  'Version',
  'Volume',
  'Warm',
  'Workload',
  'Zone',
  'aws-node',
  'cert-manager',
  'cluster.yaml',
  'do-not-disrupt',
  'env:prod cilium:<1.18 verdict:critical',
  'external-dns',
  'kube-proxy',
  'p50',
  'p95',
  'vCPU',
  '{{name}} in Argo CD',
  '{{name}}: {{vcpus}} vCPU',
  '{{name}}: {{vcpus}} vCPU, {{memory}} GiB',
]);

/** The placeholders of a text, in a fixed order. */
const placeholders = (text: string) => (text.match(/{{[^}]*}}/g) ?? []).sort();

/** Whether a text has words beside its placeholders. */
const hasWords = (text: string) =>
  /[A-Za-z]/.test(text.replace(/{{[^}]*}}/g, ''));

const refs = [
  ['pages', clustersTranslationRef],
  ['forms', clusterFormTranslationRef],
] as const;

describe.each(refs)('German texts of the %s', (_, ref) => {
  const texts = ref as unknown as Texts;
  const english = texts.getDefaultMessages();
  let german: Record<string, string | null>;
  beforeAll(async () => {
    const found = texts
      .getDefaultResource()
      .resources.find(({ language }) => language === 'de');
    german = (await found?.loader())?.messages ?? {};
  });

  it('has the texts that English has, and no others', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
  });

  it('keeps the placeholders of each text', () => {
    const of = (messages: Record<string, string | null>) =>
      Object.entries(messages).map(([key, text]) => [
        key,
        placeholders(text ?? ''),
      ]);
    expect(Object.fromEntries(of(german))).toEqual(
      Object.fromEntries(of(english)),
    );
  });

  it('translates each text that has words of English', () => {
    const untranslated = Object.entries(english).filter(
      ([key, text]) =>
        german[key] === text && hasWords(text) && !SAME_IN_GERMAN.has(text),
    );
    expect(untranslated).toEqual([]);
  });

  it('does not address the reader, as infinitives are enough', () => {
    const addressed = Object.values(german).filter(text =>
      /\b(Sie|Ihre?[mnrs]?|du|dein)\b/.test(text ?? ''),
    );
    expect(addressed).toEqual([]);
  });
});

it('has a name in the list for each text that is the same in German', () => {
  const all = refs.flatMap(([, ref]) =>
    Object.values((ref as unknown as Texts).getDefaultMessages()),
  );
  expect([...SAME_IN_GERMAN].filter(text => !all.includes(text))).toEqual([]);
});

it('offers German in the settings of the portal', () => {
  const config = parse(
    readFileSync(
      path.resolve(__dirname, '..', '..', '..', 'app-config.yaml'),
      'utf8',
    ),
  );
  expect(config.app.extensions).toContainEqual({
    'api:app/app-language': { config: { availableLanguages: ['en', 'de'] } },
  });
});
