import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { breakingChanges, type OpenApi } from './breakingChanges';
import { openApiDocument } from './openApiDocument';

const released: OpenApi = parse(
  readFileSync(join(__dirname, 'openapi.released.yaml'), 'utf8'),
);
const current: OpenApi = JSON.parse(JSON.stringify(openApiDocument()));

/** A copy of the current document that was changed. */
function changed(change: (document: any) => void): OpenApi {
  const document = structuredClone(current);
  change(document);
  return document;
}

const row = ({ components }: any) =>
  components.schemas.FleetResponse.properties.items.items;
const fleet = ({ paths }: any) => paths['/v1/fleet'].get;
const body = ({ paths }: any) =>
  paths['/v1/clusters/{name}/preview'].post.requestBody.content[
    'application/json'
  ].schema;

describe('the HTTP API', () => {
  it('breaks nothing that the last release promised', () => {
    expect(breakingChanges(released, current)).toEqual([]);
  });
});

describe('breakingChanges', () => {
  it('finds none in equal documents', () => {
    expect(breakingChanges(current, current)).toEqual([]);
  });

  it.each<[what: string, change: (document: any) => void, found: string]>([
    [
      'a path that is gone',
      ({ paths }) => delete paths['/v1/ledger'],
      'GET /v1/ledger: is gone',
    ],
    [
      'a field of an answer that is gone',
      document => delete row(document).properties.headline,
      'GET /v1/fleet: answer 200: items[].headline: is gone',
    ],
    [
      'an optional field that is gone',
      document => delete row(document).properties.zones,
      'GET /v1/fleet: answer 200: items[].zones: is gone',
    ],
    [
      'a field that may now be absent',
      document => {
        row(document).required = row(document).required.filter(
          (name: string) => name !== 'verdict',
        );
      },
      'GET /v1/fleet: answer 200: items[].verdict: is needed, and may be absent',
    ],
    [
      'a field of another type',
      document => {
        row(document).properties.name = { type: 'number' };
      },
      'GET /v1/fleet: answer 200: items[].name: number instead of string',
    ],
    [
      'a word in an answer that clients do not know',
      document => row(document).properties.verdict.enum.push('terrible'),
      'GET /v1/fleet: answer 200: items[].verdict: terrible is not understood',
    ],
    [
      'one more alternative in an answer',
      document =>
        (
          row(document).properties.nodes.oneOf ??
          row(document).properties.nodes.anyOf
        ).push({
          type: 'object',
          properties: { certainty: { const: 'guess' } },
          required: ['certainty'],
        }),
      'items[].nodes.certainty: guess is not understood',
    ],
    [
      'a longer list than clients accept',
      document => {
        row(document).properties.zones.maxItems = 1_000;
      },
      'items[].zones: maxItems is 20, and may be passed',
    ],
    [
      'a parameter that is gone',
      document => fleet(document).parameters.shift(),
      'GET /v1/fleet: parameter filter: is gone',
    ],
    [
      'a new parameter that is needed',
      document =>
        fleet(document).parameters.push({
          ...{ name: 'tenant', in: 'query', required: true },
          schema: { type: 'string' },
        }),
      'GET /v1/fleet: parameter tenant: is needed now',
    ],
    [
      'a parameter that is needed now',
      document => {
        fleet(document).parameters[0].required = true;
      },
      'GET /v1/fleet: parameter filter: is needed now',
    ],
    [
      'a shorter text than was accepted',
      document => {
        fleet(document).parameters[0].schema.maxLength = 10;
      },
      'GET /v1/fleet: parameter filter: the value: maxLength is 10',
    ],
    [
      'a word that is no longer accepted',
      document => fleet(document).parameters[1].schema.enum.shift(),
      'GET /v1/fleet: parameter sort: the value: verdict is not understood',
    ],
    [
      'a new field of a request that is needed',
      document => {
        body(document).properties.reason = { type: 'string' };
        body(document).required.push('reason');
      },
      'request: reason: is needed, and may be absent',
    ],
    [
      'a field of a request that is gone',
      document => delete body(document).properties.allowVersionSteps,
      'request: allowVersionSteps: is no longer accepted',
    ],
    [
      'a form of an answer that is gone',
      ({ paths }) =>
        delete paths['/v1/ledger'].get.responses['200'].content['text/csv'],
      'GET /v1/ledger: answer 200: text/csv is gone',
    ],
  ])('finds %s', (_what, change, found) => {
    const changes = breakingChanges(current, changed(change));
    expect(changes).toContainEqual(expect.stringContaining(found));
  });

  it.each<[what: string, change: (document: any) => void]>([
    [
      'a new path',
      ({ paths }) => {
        paths['/v1/more'] = paths['/v1/ledger'];
      },
    ],
    [
      'a new field of an answer',
      document => {
        row(document).properties.more = { type: 'string' };
        row(document).required.push('more');
      },
    ],
    [
      'a new parameter that may be absent',
      document =>
        fleet(document).parameters.push({
          ...{ name: 'more', in: 'query', schema: { type: 'string' } },
        }),
    ],
    [
      'a new field of a request that may be absent',
      document => {
        body(document).properties.more = { type: 'string' };
      },
    ],
    [
      'a word that is accepted, too',
      document => fleet(document).parameters[1].schema.enum.push('cost'),
    ],
    [
      'a longer text that is accepted, too',
      document => {
        fleet(document).parameters[0].schema.maxLength = 9_000;
      },
    ],
    [
      'a field that is always there now',
      document => row(document).required.push('zones'),
    ],
    [
      'other words of a description',
      document => {
        fleet(document).summary = 'All clusters';
      },
    ],
  ])('lets %s pass', (_what, change) => {
    expect(breakingChanges(current, changed(change))).toEqual([]);
  });
});
