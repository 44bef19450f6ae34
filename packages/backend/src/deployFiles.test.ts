import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hasRealKube, startRealKube } from '@clusterworks/test-support';
import { parse, stringify } from 'yaml';

const root = path.resolve(__dirname, '..', '..', '..');
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(textOf('package.json'));
const values = parse(textOf('deploy/helm/values.yaml'));
const dockerfile = textOf('Dockerfile');

/** The arguments of the last instruction of its name. */
function lastArgument(instruction: string): string {
  return (
    [...dockerfile.matchAll(new RegExp(`^${instruction} (.+)$`, 'gm'))].at(
      -1,
    )?.[1] ?? ''
  );
}

describe('Dockerfile', () => {
  it('has Node and Yarn of the versions that the repository asks for', () => {
    const [, major] = /^ARG NODE_IMAGE=node:(\d+)-/m.exec(dockerfile) ?? [];
    expect(manifest.engines.node.split(' || ')).toContain(major);
    const [, yarn] = /@yarnpkg\/cli-dist@(\S+)/.exec(dockerfile) ?? [];
    expect(manifest.packageManager).toBe(`yarn@${yarn}`);
  });

  it('copies only what is there and what .dockerignore lets through', () => {
    const sent = textOf('.dockerignore')
      .split('\n')
      .filter(line => line.startsWith('!'))
      .map(line => line.slice(1));
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)]
      .flatMap(([, names]) => names.split(' '))
      .filter(name => name !== '.');
    expect(copied.length).toBeGreaterThan(5);
    expect(sent).toEqual(expect.arrayContaining(copied));
    expect(sent.filter(name => !existsSync(path.join(root, name)))).toEqual([]);
  });

  it('sends nothing that could hold a secret or state', () => {
    const sent = textOf('.dockerignore');
    expect(sent.split('\n').filter(line => !line.startsWith('#'))[0]).toBe('*');
    expect(sent).not.toMatch(/^!(?:.*local|\.env|\.clusterworks|\.git)/m);
  });
});

describe('deploy/helm/values.yaml', () => {
  const { backstage } = values;

  it('starts what the image starts, as its user', () => {
    expect([...backstage.command, ...backstage.args]).toEqual(
      JSON.parse(lastArgument('CMD')),
    );
    const { runAsUser, runAsGroup } = backstage.podSecurityContext;
    expect(`${runAsUser}:${runAsGroup}`).toBe(lastArgument('USER'));
    const options = backstage.extraEnvVars.find(
      ({ name }: { name: string }) => name === 'NODE_OPTIONS',
    );
    expect(options.value).toContain(
      lastArgument('ENV').replace('NODE_OPTIONS=', ''),
    );
  });

  it('has the memory that docs/operate/sizing.md says', () => {
    const { requests, limits } = backstage.resources;
    expect([requests.memory, limits.memory]).toEqual(['1Gi', '2Gi']);
    const options = stringify(backstage.extraEnvVars);
    expect(options).toContain(`--max-old-space-size=${(2048 * 3) / 4}`);
    expect(options).toContain('--max-semi-space-size=16');
    expect(textOf('docs/operate/sizing.md')).toMatch(
      /--max-semi-space-size=16[^]*0\.5 GB plus 1 MB[^]*twice[^]*three quarters/,
    );
  });

  it('has the settings of the allocator that the image has, and the docs say', () => {
    const name = 'GLIBC_TUNABLES';
    const [, value] = /^ENV GLIBC_TUNABLES=(.+)$/m.exec(dockerfile) ?? [];
    expect(value).toMatch(/^glibc\.malloc\./);
    expect(backstage.extraEnvVars).toContainEqual({ name, value });
    for (const file of [
      'docs/operate/sizing.md',
      'packages/bench/src/lib/worker.ts',
    ]) {
      expect(textOf(file)).toContain(value);
    }
  });

  it('probes the port of the portal, and has the port of metrics everywhere', () => {
    const { port } = parse(textOf('app-config.production.yaml')).backend.listen;
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
      expect(backstage[probe].httpGet).toMatchObject({
        path: expect.stringMatching(/^\/\.backstage\/health\/v1\//),
        port,
      });
    }
    expect(Number(lastArgument('EXPOSE'))).toBe(port);
    const ports = values.networkPolicy.ingressRules.customRules.flatMap(
      (rule: any) => rule.ports,
    );
    expect(ports.map((each: any) => each.port)).toEqual([port, 9464]);
    expect(backstage.extraPorts[0]).toMatchObject({
      name: values.metrics.serviceMonitor.port,
      containerPort: 9464,
    });
  });
});

(hasRealKube ? describe : describe.skip)('a real API server', () => {
  it('accepts what the chart makes of the values', async () => {
    const { backstage } = values;
    const labels = { app: 'portal' };
    const metadata = { name: 'portal', namespace: 'default' };
    // The parts that the chart passes on as they are.
    const pod = {
      metadata: { labels },
      spec: {
        securityContext: backstage.podSecurityContext,
        topologySpreadConstraints: backstage.topologySpreadConstraints,
        volumes: backstage.extraVolumes,
        containers: [
          {
            name: 'backstage-backend',
            image: `${backstage.image.registry}/${backstage.image.repository}:${backstage.image.tag}`,
            command: backstage.command,
            args: backstage.args,
            env: backstage.extraEnvVars,
            ports: backstage.extraPorts,
            resources: backstage.resources,
            securityContext: backstage.containerSecurityContext,
            startupProbe: backstage.startupProbe,
            readinessProbe: backstage.readinessProbe,
            livenessProbe: backstage.livenessProbe,
            volumeMounts: backstage.extraVolumeMounts,
          },
        ],
      },
    };
    const { ingressRules, egressRules } = values.networkPolicy;
    const objects = [
      {
        ...{ apiVersion: 'apps/v1', kind: 'Deployment', metadata },
        spec: {
          replicas: backstage.replicas,
          strategy: backstage.strategy,
          selector: { matchLabels: labels },
          template: pod,
        },
      },
      {
        ...{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
        metadata,
        spec: {
          podSelector: { matchLabels: labels },
          policyTypes: ['Ingress', 'Egress'],
          ingress: ingressRules.customRules,
          egress: egressRules.customRules,
        },
      },
      {
        ...{ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata },
        spec: {
          maxUnavailable: backstage.pdb.maxUnavailable,
          selector: { matchLabels: labels },
        },
      },
    ];
    const kube = await startRealKube();
    try {
      // The namespace only takes what Kubernetes calls restricted.
      await kube.kubectl([
        'label',
        'namespace',
        'default',
        'pod-security.kubernetes.io/enforce=restricted',
      ]);
      const accepted = await kube.kubectl(
        [
          ...['apply', '--server-side', '--dry-run=server'],
          ...['--validate=strict', '-f', '-'],
        ],
        [
          ...objects,
          // A Deployment only warns of what its pods may not do.
          {
            ...{ apiVersion: 'v1', kind: 'Pod', metadata },
            spec: pod.spec,
          },
        ]
          .map(object => stringify(object))
          .join('---\n'),
      );
      expect(accepted.trim().split('\n')).toHaveLength(4);
    } finally {
      await kube.stop();
    }
  });
});
