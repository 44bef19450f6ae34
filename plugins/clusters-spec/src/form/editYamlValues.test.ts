import { fromYamlText } from './yamlText';
import { editYamlValues } from './editYamlValues';

const text = `# why
metadata:
  name: a # the name
spec:
  network:
    vpcCidr: 10.0.0.0/16 # ours
    zones: 3
`;
const before = {
  metadata: { name: 'a' },
  spec: { network: { vpcCidr: '10.0.0.0/16', zones: 3 } },
};
const network = (rest: object) => ({
  ...before,
  spec: { network: { vpcCidr: '10.0.0.0/16', ...rest } },
});

describe('editYamlValues', () => {
  it('changes nothing where nothing differs', () => {
    expect(editYamlValues(text, before)).toBe(text);
  });

  it.each([
    ['a value', network({ zones: 2 }), text.replace('zones: 3', 'zones: 2')],
    ['a value that goes', network({}), text.replace('    zones: 3\n', '')],
    [
      'a list',
      network({ zones: ['eu-west-1a', 'eu-west-1b'] }),
      text.replace(
        'zones: 3\n',
        'zones:\n      - eu-west-1a\n      - eu-west-1b\n',
      ),
    ],
    [
      'a new part',
      { ...before, spec: { ...before.spec, cilium: { hubble: false } } },
      `${text}  cilium:\n    hubble: false\n`,
    ],
  ])('writes %s and keeps the comments', (_, after, expected) => {
    expect(editYamlValues(text, after)).toBe(expected);
  });

  it('keeps the comments of pools that do not change', () => {
    const pools = `pools:
  # For everything
  - name: general
    weight: 1 # agreed
  # For models
  - name: gpu
`;
    const wanted = {
      pools: [
        { name: 'general', weight: 1 },
        { name: 'gpu', weight: 2 },
      ],
    };
    expect(editYamlValues(pools, wanted)).toBe(`${pools}    weight: 2\n`);
  });

  it.each([
    ['below an alias', { one: { size: 1 }, other: { size: 2 } }],
    [
      'below what others are aliases of',
      { one: { size: 2 }, other: { size: 1 } },
    ],
    ['that others are aliases of', { other: { size: 1 } }],
  ])('writes a value %s', (_, wanted) => {
    const shared = 'one: &one\n  size: 1\nother: *one\n';
    expect(fromYamlText(editYamlValues(shared, wanted))).toEqual(wanted);
  });
});
