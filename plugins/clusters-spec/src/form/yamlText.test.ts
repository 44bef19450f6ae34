import { fromYamlText, toYamlText } from './yamlText';

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
