import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  conditionViewSchema,
  connectionSchema,
  nodeStageSchema,
  nodeStateSchema,
  podDestinationSchema,
  severitySchema,
  verdictSchema,
} from '@clusterworks/plugin-clusters-common';
import { commonMessages } from './messages/commonMessages';
import { disruptionMessages } from './messages/disruptionMessages';
import { karpenterMessages } from './messages/karpenterMessages';

const glossary = readFileSync(
  resolve(__dirname, '../../../docs/use/glossary.md'),
  'utf8',
);

describe('the glossary', () => {
  const states = new Set([
    ...nodeStageSchema.options,
    ...nodeStateSchema.options,
  ]);

  it.each([...states])('has the state %s with the word of the pages', state => {
    const word = commonMessages.stage[state];
    const inTable = `| ${word} | \`${state}\` |`;
    const inText = `*${word}* (\`${state}\`)`;
    expect([inTable, inText].some(entry => glossary.includes(entry))).toBe(
      true,
    );
  });

  it.each(conditionViewSchema.shape.status.options)(
    'has the state %s of a NodePool with the word of the pages',
    status => {
      const word = karpenterMessages.karpenter.ready[status];
      expect(glossary).toContain(`| ${word} | \`${status}\` |`);
    },
  );

  const { age, severity, verdict } = commonMessages;
  const { goes } = disruptionMessages.drain;
  it.each<[string, string]>([
    ...verdictSchema.options.map((state): [string, string] => [
      state,
      verdict[state],
    ]),
    ...severitySchema.options.map((state): [string, string] => [
      state,
      severity[state],
    ]),
    ...podDestinationSchema.shape.goes.options.map(
      (state): [string, string] => [state, goes[state]],
    ),
    ...connectionSchema.shape.state.options.map((state): [string, string] => [
      state,
      age[state === 'forbidden' ? 'noAccess' : state],
    ]),
  ])('has %s with the word of the pages', (state, word) => {
    // Some words have a duration after them.
    const [plain] = word.split(' {{');
    expect(glossary).toContain(`| ${plain} | \`${state}\` |`);
  });
});
