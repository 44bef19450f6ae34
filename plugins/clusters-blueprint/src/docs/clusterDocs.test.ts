import { resolveClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { execFileSync } from 'node:child_process';
import { specs } from '../__testUtils__/specs';
import { renderCluster } from '../renderCluster';
import { clusterDocs } from './clusterDocs';
import { fillTemplate } from './fillTemplate';

const guide = (name: string) => {
  const spec = specs[name];
  return clusterDocs(resolveClusterSpec(spec))[
    `clusters/${spec.spec.environment}/${name}/docs/cilium-karpenter-deployment.md`
  ];
};

const quickstart = (name: string) => {
  const spec = specs[name];
  return clusterDocs(resolveClusterSpec(spec))[
    `clusters/${spec.spec.environment}/${name}/docs/deployment-quickstart.md`
  ];
};

describe('clusterDocs', () => {
  it('writes commands for this very cluster', () => {
    const text = guide('gov');
    expect(text).toContain(
      'aws eks update-kubeconfig --name gov --region us-gov-west-1 --alias gov',
    );
    expect(text).toContain('cd terraform/environments/prod-eu/gov');
    expect(text).toContain('scripts/publish-cluster-status.sh prod-eu gov');
    expect(text).toContain('bootstrap_cidrs');
    expect(text).not.toMatch(/\{\{|CLUSTER_NAME/);
  });

  it('has a chapter only where the spec needs it', () => {
    expect(guide('minimal')).not.toMatch(/## (Cluster mesh|Handing over)/);
    expect(guide('mesh')).toContain('## Cluster mesh');
    expect(guide('mesh-alone')).toContain('connects nothing yet');
    expect(guide('argocd')).toContain('## Handing over to Argo CD');
    expect(guide('general-gpu')).toContain('nvidia-smi');
    expect(guide('minimal')).not.toContain('nvidia-smi');
    expect(guide('china-public')).not.toContain('bootstrap_cidrs');
  });

  it('has commands that work one after the other', () => {
    // Back at the top of the repository before scripts/ and platform/ are used.
    expect(guide('minimal')).toMatch(/terraform apply tfplan\ncd -\n/);
    // The same field manager as the script, or the next apply is a conflict.
    expect(guide('minimal')).toContain(
      'apply --server-side --field-manager=clusterworks -k platform/overlays/dev/minimal',
    );
    // One apply makes both the control plane and Cilium, so the certificate
    // authority must be copied in between.
    expect(guide('mesh')).toMatch(
      /-target=module\.cluster_factory[^]*get secret cilium-ca/,
    );
    expect(guide('mesh')).toContain('cronjob/$job');
    expect(guide('mesh-alone')).not.toContain('cronjob/$job');
  });

  it('begins in an empty account: bucket, its file, the role for spot', () => {
    expect(quickstart('minimal')).toMatch(
      /cd terraform\/bootstrap\/state\n[^]*output -raw backend_config >\.\.\/\.\.\/backend\.hcl[^]*create-service-linked-role[^]*-backend-config=\.\.\/\.\.\/\.\.\/backend\.hcl/,
    );
    // Each account has its own bucket.
    expect(quickstart('general-gpu')).toContain(
      '-backend-config=../../../backend-123456789012.hcl',
    );
  });

  it.each(Object.keys(specs))(
    'of %s names only files of the repository, and blocks that bash can read',
    name => {
      const paths = Object.keys(renderCluster(specs[name]).files);
      for (const text of [guide(name), quickstart(name)]) {
        const blocks = [...text.matchAll(/```bash\n([^]*?)```/g)].map(
          ([, block]) => block,
        );
        for (const block of blocks) {
          // Names in angle brackets are placeholders that people fill in.
          const script = block.replace(/<[a-z][^>\n]*>/g, 'NAME');
          execFileSync('bash', ['-n'], { input: script });
          for (const [, path] of script.matchAll(
            /(?:^| )(?:cd |-k )?((?:scripts|platform|terraform)\/[\w./-]+)/gm,
          )) {
            expect([
              path,
              paths.some(
                each => each === path || each.startsWith(`${path}/`),
              ) || /backend(-\d+)?\.hcl$/.test(path),
            ]).toEqual([path, true]);
          }
        }
      }
    },
  );

  it('has the options, the cost and the next steps, each with its switch', () => {
    const text = guide('everything');
    for (const chapter of [
      'Configuration options',
      'Cost',
      'Next steps',
      'Add-ons',
    ]) {
      expect(text).toContain(`## ${chapter}\n`);
    }
    for (const field of [
      'network.natGateways',
      'karpenter.nodePools[].consolidation, expireAfter, terminationGracePeriod',
      'logging.controlPlane',
      'observability.serviceMonitors',
      'addons.ebsCsiDriver',
    ]) {
      expect(text).toContain(`\`${field}\``);
    }
    expect(guide('existing-vpc')).toContain('vpc-0123456789abcdef0');
    expect(guide('china')).toContain('karpenter.registryMirrors');
  });

  it('describes how to go back from Argo CD to Terraform', () => {
    expect(guide('argocd')).toContain(
      'terraform import module.karpenter.helm_release.karpenter karpenter/karpenter',
    );
  });

  it('takes a cluster from Argo CD before its pools are deleted', () => {
    expect(guide('argocd')).toMatch(
      /clusterworks\.dev\/gitops=false[^]*argocd app delete[^]*--cascade=false[^]*delete nodepools --all/,
    );
    expect(guide('minimal')).not.toContain('argocd app delete');
  });

  it('has every item of the checklist, and promises no output that never comes', () => {
    const text = quickstart('gov');
    for (const item of [
      'terraform plan',
      'rollout status daemonset/cilium',
      "'jsonpath={.data.ipam}'",
      'rollout status deployment/karpenter',
      'NodeClasses `default`',
      'NodePools `general`',
      'get-queue-url --region us-gov-west-1 --queue-name gov-karpenter',
      '--name-prefix gov-karpenter-',
      'a test deployment',
      'get nodes -L karpenter.sh/nodepool',
      'tag:eks:eks-cluster-name,Values=gov',
    ]) {
      expect(text).toContain(item);
    }
    // In ENI mode the agent prints "IPv4: 4/14 allocated", and no mode.
    expect(text).not.toContain('IPAM: ENI');
  });

  it('makes Karpenter launch: the test deployment has requests', () => {
    expect(guide('minimal')).toContain('--requests=cpu=1,memory=1Gi');
  });
});

describe('fillTemplate', () => {
  it('fills marks, and refuses those without a value', () => {
    expect(fillTemplate('{{a}}-{{b}}-{{a}}', { a: '1', b: '{{a}}' })).toBe(
      '1-{{a}}-1',
    );
    expect(() => fillTemplate('{{a}} {{toString}}', { a: '1' })).toThrow(
      'marks without a value: toString',
    );
  });
});
