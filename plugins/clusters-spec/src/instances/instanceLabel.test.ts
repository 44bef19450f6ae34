import { quantityToString } from '../quantity';
import { findInstanceType, instanceTypes } from './InstanceType';
import { instanceLabel } from './instanceLabel';
import { launchCapacity } from './launchCapacity';
import { meetsRequirement } from './meetsRequirement';

function type(name: string) {
  const found = findInstanceType(name);
  if (!found) {
    throw new Error(`no ${name}`);
  }
  return found;
}
const short = (key: string) => `karpenter.k8s.aws/instance-${key}`;

describe('instanceLabel', () => {
  it.each<[string, string, string | null | undefined]>([
    ['m6i.large', short('cpu'), '2'],
    ['m6i.large', short('memory'), '8192'],
    ['m6i.large', short('hypervisor'), 'nitro'],
    ['m6i.metal', short('hypervisor'), ''],
    ['m4.large', short('hypervisor'), 'xen'],
    ['m7g.large', 'kubernetes.io/arch', 'arm64'],
    ['m7g.large', short('cpu-manufacturer'), 'aws'],
    ['m7i-flex.large', short('capability-flex'), 'true'],
    ['c6gd.large', short('local-nvme'), '118'],
    ['c6g.large', short('local-nvme'), null],
    ['p5.48xlarge', short('gpu-name'), 'h100'],
    ['p5.48xlarge', short('gpu-count'), '8'],
    ['m6i.large', short('gpu-count'), null],
    ['m6i.large', short('network-bandwidth'), '781'],
    ['m6i.large', short('encryption-in-transit-supported'), 'true'],
    // Labels that do not depend on the type, and types without data.
    ['m6i.large', 'topology.kubernetes.io/zone', undefined],
    ['m6i.large', 'example.com/team', undefined],
    ['m6i.large', short('tenancy'), undefined],
    ['p3.8xlarge', short('memory'), undefined],
    ['m6i.large', 'constructor', undefined],
    ['m6i.large', short('constructor'), undefined],
  ])('of %s: %s is %p', (name, key, value) => {
    expect(instanceLabel(type(name), key)).toBe(value);
  });
});

describe('meetsRequirement', () => {
  it.each<[string, string, string, string[], boolean | undefined]>([
    ['m6i.large', short('cpu'), 'Gt', ['3'], false],
    ['m6i.xlarge', short('cpu'), 'Gt', ['3'], true],
    ['m6i.large', short('memory'), 'Gte', ['8192'], true],
    ['m6i.large', short('memory'), 'Lt', ['8192'], false],
    ['m6i.large', short('memory'), 'Lte', ['8192'], true],
    ['m6i.large', short('gpu-name'), 'Exists', [], false],
    ['m6i.large', short('gpu-name'), 'DoesNotExist', [], true],
    ['m6i.large', short('gpu-name'), 'NotIn', ['t4'], true],
    ['m6i.large', short('gpu-count'), 'Lt', ['2'], false],
    ['p5.48xlarge', short('gpu-name'), 'In', ['h100'], true],
    ['m6i.large', 'topology.kubernetes.io/zone', 'In', ['a'], undefined],
    ['m6i.large', short('cpu'), 'Around', ['2'], undefined],
  ])('%s: %s %s %j is %p', (name, key, operator, values, expected) => {
    expect(meetsRequirement(type(name), { key, operator, values })).toBe(
      expected,
    );
  });
});

describe('launchCapacity', () => {
  it.each<[string, Record<string, string>]>([
    // 1,066 and 1,895 GiB, which is what Karpenter holds against limits.
    ['p4d.24xlarge', { cpu: '96', memory: '1091174Mi', 'nvidia.com/gpu': '8' }],
    ['p5.48xlarge', { cpu: '192', memory: '1939865Mi', 'nvidia.com/gpu': '8' }],
    ['m6i.large', { cpu: '2', memory: '7577Mi' }],
    ['m7g.large', { cpu: '2', memory: '7518Mi' }],
    ['p3.8xlarge', {}],
  ])('of %s', (name, expected) => {
    const capacity = Object.entries(launchCapacity(type(name))).map(
      ([resource, amount]) => [
        resource,
        quantityToString(amount, resource === 'memory' ? 'binary' : 'decimal'),
      ],
    );
    expect(Object.fromEntries(capacity)).toEqual(expected);
  });

  it('is known of nearly every type', () => {
    const unknown = instanceTypes.filter(
      each => Object.keys(launchCapacity(each)).length === 0,
    );
    expect(unknown.length).toBeLessThan(30);
  });
});
