import { pod } from '../pod';

const placementOf = (spec: object) =>
  pod.project({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'web-1', namespace: 'shop' },
    spec,
  })?.placement;
const none = { nodeSelector: {}, byOtherPods: false, volumes: false };
const affinity = (kind: string, rule: object) => ({
  affinity: { [kind]: rule },
});
const required = (rules: unknown) => ({
  requiredDuringSchedulingIgnoredDuringExecution: rules,
});
const preferred = {
  preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1 }],
};
const spread = (whenUnsatisfiable: string) => ({
  topologySpreadConstraints: [{ maxSkew: 1, whenUnsatisfiable }],
});
const zone = {
  key: 'topology.kubernetes.io/zone',
  ...{ operator: 'In', values: ['eu-west-1a'] },
};

describe('podPlacement', () => {
  it.each<[string, object, object]>([
    ['nothing', {}, none],
    [
      'a node selector',
      { nodeSelector: { team: 'x' } },
      { ...none, nodeSelector: { team: 'x' } },
    ],
    [
      'required node affinity',
      affinity(
        'nodeAffinity',
        required({ nodeSelectorTerms: [{ matchExpressions: [zone] }] }),
      ),
      { ...none, nodeTerms: [{ labels: [zone], fields: [] }] },
    ],
    ['preferred node affinity', affinity('nodeAffinity', preferred), none],
    [
      'required affinity to pods',
      affinity('podAffinity', required([{ topologyKey: 'zone' }])),
      { ...none, byOtherPods: true },
    ],
    [
      'required anti-affinity',
      affinity('podAntiAffinity', required([{ topologyKey: 'zone' }])),
      { ...none, byOtherPods: true },
    ],
    ['preferred anti-affinity', affinity('podAntiAffinity', preferred), none],
    [
      'a spread that must be kept',
      spread('DoNotSchedule'),
      { ...none, byOtherPods: true },
    ],
    ['a spread that may be broken', spread('ScheduleAnyway'), none],
    [
      'a volume claim',
      { volumes: [{ persistentVolumeClaim: { claimName: 'd' } }] },
      { ...none, volumes: true },
    ],
    [
      'an ephemeral volume',
      { volumes: [{ ephemeral: { volumeClaimTemplate: {} } }] },
      { ...none, volumes: true },
    ],
    ['an emptyDir', { volumes: [{ emptyDir: {} }] }, none],
    ['malformed fields', { affinity: 'x', volumes: 7, nodeSelector: [] }, none],
  ])('of %s', (_, spec, expected) => {
    expect(placementOf(spec)).toEqual(expected);
  });
});
