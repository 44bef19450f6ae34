/** The smallest valid cluster spec: it has only fields without a default. */
export const smallSpec = {
  apiVersion: 'clusterworks.dev/v1alpha1',
  kind: 'Cluster',
  metadata: { name: 'payments-dev', owner: 'group:default/payments' },
  spec: {
    environment: 'dev',
    region: 'eu-west-1',
    network: { vpcCidr: '10.40.0.0/16' },
  },
};

/** {@link smallSpec} with parts of its `spec` added or replaced. */
export function smallSpecWith(parts: object) {
  return { ...smallSpec, spec: { ...smallSpec.spec, ...parts } };
}
