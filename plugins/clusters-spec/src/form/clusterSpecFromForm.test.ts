import { smallSpec } from '@clusterworks/test-support';
import { parseClusterSpec } from '../spec';
import { clusterFormFields } from './clusterFormFields';
import { clusterFormSchema } from './clusterFormSchema';
import { clusterSpecFromForm } from './clusterSpecFromForm';
import {
  clusterFormFieldOf,
  collectClusterFormIssues,
} from './collectClusterFormIssues';

const least = {
  name: 'payments-dev',
  owner: 'group:default/payments',
  environment: 'dev',
  region: 'eu-west-1',
  vpcCidr: '10.40.0.0/16',
};

function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

describe('clusterSpecFromForm', () => {
  it('makes a minimal spec from a minimal form and leaves empty fields out', () => {
    const spec = clusterSpecFromForm({
      ...least,
      description: '',
      nodePools: [],
      portalRoleArn: undefined,
      preview: null,
    });
    expect(spec).toEqual(smallSpec);
  });

  it.each([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])(
    'takes a field of a pool called %s for unknown',
    name => {
      const pool = JSON.parse(`{"preset":"general","${name}":{"a":1}}`);
      expect(
        messageOf(() => clusterSpecFromForm({ ...least, nodePools: [pool] })),
      ).toMatch(`nodePools[0].${name}: is not a known key`);
    },
  );

  it('writes every field to its path in the spec', () => {
    const values = {
      ...least,
      system: 'payments',
      description: 'Payments, development',
      accountId: '123456789012',
      profile: 'stable' as const,
      zones: 3,
      natGateways: 'single' as const,
      publicEndpoint: true,
      endpointAllowedCidrs: ['203.0.113.0/24'],
      adminRoleArns: ['arn:aws:iam::123456789012:role/admin'],
      portalRoleArn: 'arn:aws:iam::123456789012:role/backstage',
      nodePools: [
        { preset: 'general' as const, cpuLimit: '200', memoryLimit: '400Gi' },
        {
          preset: 'gpu' as const,
          name: 'training',
          gpuLimit: '8',
          instanceFamilies: ['p5'],
          preferOnDemand: true,
        },
      ],
    };
    expect(clusterFormSchema.parse(values)).toEqual(values);
    const { metadata, spec } = clusterSpecFromForm(values);
    expect(metadata).toMatchObject({ system: 'payments' });
    expect(spec).toMatchObject({
      accountId: '123456789012',
      versions: { profile: 'stable' },
      network: {
        zones: 3,
        natGateways: 'single',
        endpoint: { public: true, allowedCidrs: ['203.0.113.0/24'] },
      },
      access: {
        adminRoleArns: ['arn:aws:iam::123456789012:role/admin'],
        portalRoleArn: 'arn:aws:iam::123456789012:role/backstage',
      },
      karpenter: {
        nodePools: [
          {
            name: 'general',
            preset: 'general',
            limits: { cpu: '200', memory: '400Gi' },
          },
          {
            name: 'training',
            preset: 'gpu',
            limits: { 'nvidia.com/gpu': '8' },
            instanceFamilies: ['p5'],
            preferOnDemand: true,
          },
        ],
      },
    });
  });

  it('takes everything else from the options, below the first questions', () => {
    const { spec } = clusterSpecFromForm({
      ...least,
      overlapAcknowledgement: 'not a part of the spec',
      options: {
        cilium: { encryption: 'wireguard' },
        network: { natGateways: 'perZone', vpcCidr: '10.99.0.0/16' },
      },
    });
    expect(spec).toMatchObject({
      cilium: { encryption: 'wireguard' },
      network: { natGateways: 'perZone', vpcCidr: '10.40.0.0/16' },
    });
    expect(
      messageOf(() =>
        clusterSpecFromForm({ ...least, options: { ciliun: {} } }),
      ),
    ).toMatch(/spec\.ciliun: is not a known key/);
  });

  it('refuses what the spec refuses, all at once, in the same words', () => {
    const values = {
      ...least,
      name: 'Payments',
      vpcCidr: '10.40.1.0/16',
      nodePools: [{ preset: 'general', cpuLimit: 2000, limts: {} }],
    };
    const message = messageOf(() => clusterSpecFromForm(values));
    expect(message).toBe(
      messageOf(() =>
        parseClusterSpec({
          apiVersion: 'clusterworks.dev/v1alpha1',
          kind: 'Cluster',
          metadata: { name: 'Payments', owner: least.owner },
          spec: {
            environment: 'dev',
            region: 'eu-west-1',
            network: { vpcCidr: '10.40.1.0/16' },
            karpenter: {
              nodePools: [
                {
                  name: 'general',
                  preset: 'general',
                  limits: { cpu: 2000 },
                  limts: {},
                },
              ],
            },
          },
        }),
      ),
    );
    expect(message.split('\n')).toHaveLength(5);
  });

  it.each([
    ['no mapping', 'text', 'the form values must be a mapping'],
    [
      'a field that does not exist',
      { ...least, vpcCird: '10.0.0.0/16' },
      'vpcCird: is not a field of the form; did you mean "vpcCidr"?',
    ],
    ['an empty form', {}, 'spec.network.vpcCidr: is required'],
    [
      'pools that are no list',
      { ...least, nodePools: 'general' },
      'spec.karpenter.nodePools: must be a list, but is the string general',
    ],
  ])('refuses %s', (_, values, message) => {
    expect(messageOf(() => clusterSpecFromForm(values))).toContain(message);
  });
});

describe('collectClusterFormIssues', () => {
  it('names the field of each problem', () => {
    const issues = collectClusterFormIssues({
      ...least,
      owner: '',
      zones: 4,
      nodePools: [
        { preset: 'general' },
        { preset: 'gpu', cpuLimit: 'many', weight: 0 },
      ],
      colour: 'red',
    });
    expect(issues.map(({ field }) => field).sort()).toEqual([
      'colour',
      'nodePools[1].cpuLimit',
      'nodePools[1].weight',
      'owner',
      'zones',
    ]);
    expect(issues.find(({ field }) => field === 'owner')).toEqual({
      field: 'owner',
      path: 'metadata.owner',
      message: 'is required',
    });
  });

  it.each([
    ['spec.network.endpoint.allowedCidrs[0]', 'endpointAllowedCidrs[0]'],
    ['spec.karpenter.nodePools', 'nodePools'],
    ['spec.karpenter.nodePools[1].name', 'nodePools[1].name'],
    [
      'spec.karpenter.nodePools[0].limits["nvidia.com/gpu"]',
      'nodePools[0].gpuLimit',
    ],
    ['spec.regional', undefined],
    ['spec.cilium.hubble', undefined],
  ])('finds the field of %s', (path, field) => {
    expect(clusterFormFieldOf(path)).toBe(field);
  });

  it('has a place for every field but the preview', () => {
    const { preview, options, overlapAcknowledgement, ...fields } =
      clusterFormSchema.shape;
    expect([preview, options, overlapAcknowledgement]).not.toContain(undefined);
    expect(Object.keys(clusterFormFields)).toEqual(Object.keys(fields));
  });
});
