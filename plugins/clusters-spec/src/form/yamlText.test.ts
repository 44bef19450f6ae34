import { editYamlValues, fromYamlText, toYamlText } from './yamlText';

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
    expect(editYamlValues(text, before, before)).toBe(text);
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
    expect(editYamlValues(text, before, after)).toBe(expected);
  });
});

describe('a value as YAML', () => {
  it.each([
    [[{ key: 'a', effect: 'NoSchedule' }], '- key: a\n  effect: NoSchedule'],
    [{ a: 'b' }, 'a: b'],
    [undefined, ''],
  ])('reads what it writes: %j', (value, expected) => {
    expect(toYamlText(value)).toBe(expected);
    expect(fromYamlText(expected)).toEqual(value);
  });

  it('keeps what is no YAML as a text', () => {
    expect(fromYamlText('a: [')).toBe('a: [');
  });
});
