/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import {
  argocdClusterSecret,
  parseClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { sharedDirectory, sharedPath } from '@clusterworks/test-support';
import { readAssets } from './assets/readAssets';
import { renderCluster } from './renderCluster';
import { objectsOf } from './__testUtils__/renderedManifests';
import { specs } from './__testUtils__/specs';
import { itWith } from './__testUtils__/tools';

const folder = 'upstream/argocd-v3.5.1';
const sets = Object.values(readAssets('gitops')).flatMap(objectsOf) as any[];
const byName = (name: string) => sets.find(set => set.metadata.name === name);

describe('ApplicationSets', () => {
  it('are three: Cilium, the definitions of Karpenter, Karpenter', () => {
    expect(sets.map(set => set.metadata.name)).toEqual([
      'cilium',
      'karpenter-crd',
      'karpenter',
    ]);
  });

  itWith(sharedPath(folder))('fit the schema of Argo CD', () => {
    const validate = new Ajv({
      strict: false,
      logger: false,
      allErrors: true,
    }).compile(
      JSON.parse(
        readFileSync(
          join(sharedDirectory, folder, 'applicationset_v1alpha1.schema.json'),
          'utf8',
        ),
      ),
    );
    for (const set of sets) {
      validate(set);
      expect([set.metadata.name, validate.errors]).toEqual([
        set.metadata.name,
        null,
      ]);
    }
  });

  it.each(sets.map(set => [set.metadata.name, set]))(
    '%s fails on a missing annotation and never takes workloads down',
    (_, set) => {
      expect(set.spec.goTemplate).toBe(true);
      expect(set.spec.goTemplateOptions).toEqual(['missingkey=error']);
      expect(set.spec.syncPolicy).toEqual({
        preserveResourcesOnDeletion: true,
        applicationsSync: 'create-update',
      });
      expect(set.spec.generators[0].clusters.selector.matchLabels).toEqual({
        'argocd.argoproj.io/secret-type': 'cluster',
        [argocdClusterSecret.labels.managed]: 'true',
      });
      expect(set.spec.template.metadata).not.toHaveProperty('finalizers');
    },
  );

  it('ask only for annotations that Terraform writes', () => {
    const written: string[] = Object.values(argocdClusterSecret.annotations);
    const text = Object.values(readAssets('gitops')).join('\n');
    const asked = [...text.matchAll(/\.metadata\.annotations\.(\w+)/g)].map(
      match => match[1],
    );
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter(name => !written.includes(name))).toEqual([]);
    const registration = Object.entries(
      renderCluster(parseClusterSpec(specs.argocd)).files,
    )
      .filter(([path]) => path.includes('argocd_registration'))
      .map(([, content]) => content)
      .join('\n');
    for (const name of new Set(asked)) {
      expect(registration).toMatch(new RegExp(`^\\s*${name}\\s*=`, 'm'));
    }
  });

  it('take OCI charts without a scheme, and values from files that exist', () => {
    const { files } = renderCluster(specs.argocd);
    for (const set of sets) {
      const { source, sources } = set.spec.template.spec;
      for (const each of sources ?? [source]) {
        expect(each.repoURL).not.toMatch(/^oci:/);
        for (const valueFile of each.helm?.valueFiles ?? []) {
          const path = valueFile
            .replace('$values/', '')
            .replace('{{ .metadata.annotations.environment }}', 'dev')
            .replace('{{ .metadata.annotations.cluster_name }}', 'argocd');
          expect(files).toHaveProperty([path]);
        }
      }
    }
  });

  it('count the Job of an earlier certificate as no difference', () => {
    const [{ helm }] = byName('cilium').spec.template.spec.sources;
    expect(helm.valuesObject.certgen.annotations.job).toEqual({
      'argocd.argoproj.io/compare-options': 'IgnoreExtraneous',
    });
    // Without pruning nothing else would take the old Job away.
    expect(byName('cilium').spec.template.spec.syncPolicy.automated.prune).toBe(
      false,
    );
  });

  it('sync as the reference design says, and safely', () => {
    expect(byName('cilium').spec.template.spec.syncPolicy).toMatchObject({
      automated: { selfHeal: true, prune: false },
      syncOptions: expect.arrayContaining(['ServerSideApply=true']),
    });
    expect(byName('karpenter').spec.template.spec.syncPolicy).toMatchObject({
      automated: { selfHeal: true, prune: true },
      syncOptions: expect.arrayContaining(['CreateNamespace=true']),
    });
    expect(
      byName('karpenter').spec.template.spec.sources[0].helm.skipCrds,
    ).toBe(true);
    expect(
      byName('karpenter-crd').spec.template.spec.syncPolicy.automated.prune,
    ).toBe(false);
  });
});
