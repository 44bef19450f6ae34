import fc from 'fast-check';
import { lexer, type Token } from 'marked';
import { type Markdown, markdown, markdownCode, plainLine } from './markdown';

const attacks = [
  '\n\n## Approved by security',
  '@acme/admins please merge',
  'Fixes #1, closes acme/platform#2, resolves GH-3',
  '[look](https://evil.example)',
  '![](https://evil.example/pixel.png)',
  'https://evil.example www.evil.example <https://evil.example>',
  '<img src=x onerror=alert(1)> &lt;b&gt;',
  '`code` ``code`` ```\ncode\n```',
  '- [x] reviewed',
  '1. first',
  '=== ',
  '| a | b |\n|---|---|',
  'a\r\u2028\u2029\u0085\u0000b',
  'safe\u202etxt.exe',
];

const anything = fc.oneof(
  fc.constantFrom(...attacks),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(...'`*_~[]()<>#|&!+-=.:/@\\\n\r 1aw'.split('')),
  }),
);

/** All token types in parsed Markdown, including nested ones. */
function typesIn(tokens: Token[]): string[] {
  return tokens.flatMap(token => [
    token.type,
    ...typesIn((token as { tokens?: Token[] }).tokens ?? []),
  ]);
}

/**
 * What GitHub turns into links in rendered Markdown and in commits, and text
 * direction controls.
 */
const LINKED = /[@#]\w|\bGH-\d|:\/\/|\bwww\.|[\u202a-\u202e\u2066-\u2069]/i;

/** Everything in a piece of Markdown that is not plain text on one line. */
function moreThanText(made: Markdown): string[] {
  const text = made.toString();
  const types = new Set(typesIn(lexer(text)));
  ['paragraph', 'text', 'escape', 'strong', 'space'].forEach(type =>
    types.delete(type),
  );
  const linked = LINKED.exec(text.replace(/\\(?=\W)/g, ''));
  return [
    ...types,
    ...(text.includes('\n') ? ['line break'] : []),
    ...(linked ?? []),
  ];
}

describe('markdown', () => {
  it.each(attacks)('makes text of %j', attack => {
    expect(moreThanText(markdown`Owner: ${attack}.`)).toEqual([]);
    expect(moreThanText(markdown`${attack}`)).toEqual([]);
  });

  it('makes text of anything', () => {
    fc.assert(
      fc.property(anything, anything, (one, other) => {
        expect(moreThanText(markdown`${one}: **${'x'}${other}**`)).toEqual([]);
        expect(moreThanText(markdown`x ${one}`)).toEqual([]);
      }),
    );
  });

  it('makes one piece of code of anything', () => {
    fc.assert(
      fc.property(anything, value => {
        const types = typesIn(lexer(`x ${markdownCode(value)} y`));
        expect(types).toEqual(['paragraph', 'text', 'codespan', 'text']);
      }),
    );
  });

  it('leaves Markdown objects unchanged', () => {
    expect(markdown`a ${markdownCode('b')} *${'c'}*`.toString()).toBe(
      'a `b` *c*',
    );
  });
});

describe('plainLine', () => {
  it('is one line without links, mentions and references', () => {
    fc.assert(
      fc.property(anything, value => {
        const line = plainLine(value);
        expect(line).not.toMatch(/[\r\n\u2028\u2029\p{Cc}]/u);
        expect(line).not.toMatch(LINKED);
      }),
    );
  });
});
