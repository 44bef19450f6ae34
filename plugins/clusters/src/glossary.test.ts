import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  conditionViewSchema,
  nodeStageSchema,
  nodeStateSchema,
} from '@clusterworks/plugin-clusters-common';
import { commonMessages } from './messages/commonMessages';
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
});
