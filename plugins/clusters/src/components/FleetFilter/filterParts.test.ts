import { filterParts, withoutPart } from './filterParts';

const texts = (line: string) => filterParts(line).map(({ text }) => text);

describe('filterParts', () => {
  it.each<[string, string[]]>([
    ['', []],
    [
      'env:prod  -region:eu-west-1 "no free"',
      ['env:prod', '-region:eu-west-1', '"no free"'],
    ],
    ['NOT env:prod payments', ['NOT env:prod', 'payments']],
    [
      '(env:dev OR env:prod) verdict:critical',
      ['(env:dev OR env:prod)', 'verdict:critical'],
    ],
    ['-(env:dev OR env:prod)', ['-(env:dev OR env:prod)']],
    ['env:dev OR env:prod nodes:>5', ['env:dev OR env:prod nodes:>5']],
    ['env:prod (env:dev', ['env:prod']],
  ])('%s', (line, expected) => {
    expect(texts(line)).toEqual(expected);
  });

  it('takes one part out and leaves the others as they are', () => {
    const line = 'env:prod -region:eu-west-1 (a OR b)';
    const [first, second, third] = filterParts(line);
    expect(withoutPart(line, first)).toBe('-region:eu-west-1 (a OR b)');
    expect(withoutPart(line, second)).toBe('env:prod (a OR b)');
    expect(withoutPart(line, third)).toBe('env:prod -region:eu-west-1');
  });
});
