import { assess } from '../assess/assess';
import { readRecorded, readTruth, recordedPresent } from '../testing/recorded';
import { projectCapture } from './projectCapture';
import { captureObject } from './projectObject';

const environmentRules = ['karpenter/C5', 'cilium/D14'];

describe('captureObject', () => {
  it('keeps what rules read and drops environment, arguments and annotations', () => {
    const copy = captureObject('deployments', {
      metadata: {
        name: 'karpenter',
        namespace: 'kube-system',
        labels: { 'app.kubernetes.io/name': 'karpenter' },
        annotations: { 'example.com/token': 'secret-1' },
        managedFields: [{ manager: 'secret-2' }],
      },
      spec: {
        replicas: 2,
        template: {
          spec: {
            containers: [
              {
                name: 'controller',
                image: 'karpenter:1.14.1',
                args: ['--token=secret-3'],
                env: [{ name: 'TOKEN', value: 'secret-4' }],
                command: ['secret-5'],
              },
            ],
          },
        },
      },
      status: { availableReplicas: 2 },
    });
    expect(copy).toMatchObject({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: { replicas: 2 },
      status: { availableReplicas: 2 },
    });
    expect(JSON.stringify(copy)).not.toMatch(/secret-\d|TOKEN/);
  });

  it('keeps only the known keys of cilium-config and none of another ConfigMap', () => {
    const data = { ipam: 'eni', 'my-password': 'hunter2' };
    const cilium = captureObject('configmaps', {
      metadata: { name: 'cilium-config', namespace: 'kube-system' },
      data,
    });
    const other = captureObject('configmaps', {
      metadata: { name: 'other', namespace: 'default' },
      data,
    });
    expect(cilium).toMatchObject({ data: { ipam: 'eni' } });
    expect(JSON.stringify([cilium, other])).not.toContain('hunter2');
    expect(other).not.toHaveProperty('data');
  });

  const run = recordedPresent ? it : it.skip;
  const names = recordedPresent ? Object.keys(readTruth()) : ['(absent)'];

  run.each(names)('gives the same judgement of %s', name => {
    const capture = readRecorded(name);
    const copied = {
      ...capture,
      resources: capture.resources.map(resource => ({
        ...resource,
        items: resource.items.map(item =>
          captureObject(resource.resource, item),
        ),
      })),
    };
    const judge = (given: typeof capture) => {
      const { assessment } = assess(
        projectCapture(JSON.parse(JSON.stringify(given))),
        undefined,
        capture.capturedAt,
      );
      return {
        ...assessment,
        checks: assessment.checks.filter(
          ({ code }) => !environmentRules.includes(code),
        ),
      };
    };
    expect(judge(copied)).toEqual(judge(capture));
  });
});
