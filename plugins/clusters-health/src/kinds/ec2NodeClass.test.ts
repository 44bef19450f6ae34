import { ec2NodeClass } from './ec2NodeClass';

const nodeClass = {
  apiVersion: 'karpenter.k8s.aws/v1',
  kind: 'EC2NodeClass',
  metadata: { name: 'default' },
  spec: {
    userData: 'export TOKEN=secret',
    context: 'secret',
    subnetSelectorTerms: [{ id: 'subnet-1' }, { tags: { team: 'a' } }],
    securityGroupSelectorTerms: [{ tags: { team: 'a' } }],
    associatePublicIPAddress: true,
    kubelet: { maxPods: 110, podsPerCore: 5, kubeReserved: { cpu: '100m' } },
    metadataOptions: { httpTokens: 'required', httpPutResponseHopLimit: 1 },
    blockDeviceMappings: [
      {
        deviceName: '/dev/xvda',
        ebs: { volumeSize: '50Gi', volumeType: 'gp3', encrypted: true },
      },
    ],
  },
};

describe('ec2NodeClass', () => {
  it('keeps disks and selectors of a NodeClass, and no user data', () => {
    const captured = ec2NodeClass.capture(nodeClass);
    expect(JSON.stringify(captured)).not.toContain('secret');
    expect(ec2NodeClass.project(captured)).toMatchObject({
      subnetTerms: [{ id: 'subnet-1' }, { tags: { team: 'a' } }],
      securityGroupTerms: [{ tags: { team: 'a' } }],
      publicAddresses: true,
      maxPods: 110,
      podsPerCore: 5,
      kubeReserved: { cpu: '100m' },
      httpTokens: 'required',
      hopLimit: 1,
      blockDevices: [
        {
          deviceName: '/dev/xvda',
          volumeSize: '50Gi',
          volumeType: 'gp3',
          encrypted: true,
        },
      ],
    });
  });

  it('tells a capture that kept no selectors from a class', () => {
    const { subnetSelectorTerms: _terms, ...spec } = nodeClass.spec;
    expect(ec2NodeClass.project({ ...nodeClass, spec })?.subnetTerms).toBe(
      undefined,
    );
  });
});
