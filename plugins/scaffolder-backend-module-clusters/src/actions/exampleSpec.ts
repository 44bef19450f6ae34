/** The spec that the actions' examples use. */
export const exampleSpec = {
  apiVersion: 'clusterworks.dev/v1alpha1',
  kind: 'Cluster',
  metadata: { name: 'payments-dev', owner: 'group:default/payments' },
  spec: {
    environment: 'dev',
    region: 'eu-west-1',
    network: { vpcCidr: '10.40.0.0/16' },
  },
};
