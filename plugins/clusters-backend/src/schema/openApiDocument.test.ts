import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { openApiDocument } from './openApiDocument';

const file = join(__dirname, 'openapi.yaml');

describe('openApiDocument', () => {
  it('equals openapi.yaml, which UPDATE_OPENAPI=1 writes', () => {
    const document = JSON.parse(JSON.stringify(openApiDocument()));
    if (process.env.UPDATE_OPENAPI || !existsSync(file)) {
      writeFileSync(
        file,
        stringify(document, { aliasDuplicateObjects: false }),
      );
    }
    expect(parse(readFileSync(file, 'utf8'))).toEqual(document);
  });
});
