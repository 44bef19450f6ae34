import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FoundOperation, Message, Parameter } from './DescriptionDocument';
import { DescriptionDocument, escapePointer } from './DescriptionDocument';
import type { Exchange } from './Exchange';
import { isKnownError } from './knownErrors';
import { leanValue } from './leanValue';

const DIRECTORY = join(
  dirname(require.resolve('@clusterworks/github-simulator/package.json')),
  'data',
);
const ID = 'github';
const JSON_TYPE = 'application/json';

/** A described GitHub: github.com, or an Enterprise Server. */
export type DescribedGithub = 'api.github.com' | 'ghes-3.17';

/** GitHub's own OpenAPI description, as far as the simulator serves it. */
export class GithubDescription {
  /** Reads what `bin/extract-description.mjs` wrote. */
  static read(name: DescribedGithub): GithubDescription {
    const text = readFileSync(join(DIRECTORY, `${name}.json`), 'utf8');
    return new GithubDescription(new DescriptionDocument(JSON.parse(text)));
  }

  readonly #document: DescriptionDocument;
  readonly #bodies: Ajv;
  /** All values of a query and a path are text. */
  readonly #texts: Ajv;
  readonly #compiled = new Map<string, ValidateFunction>();

  private constructor(document: DescriptionDocument) {
    this.#document = document;
    // Without a word of formats that only GitHub knows.
    const options = { strict: false, allErrors: true, logger: false as const };
    this.#bodies = addFormats(new Ajv(options));
    this.#texts = addFormats(new Ajv({ ...options, coerceTypes: true }));
    this.#bodies.addSchema(document.root, ID);
    this.#texts.addSchema(document.root, ID);
  }

  /** Where exchanges differ from the description; each difference once. */
  problemsOf(exchanges: readonly Exchange[]): string[] {
    return [...new Set(exchanges.flatMap(each => this.#problemsOf(each)))];
  }

  /**
   * The answer to a request that has the least in it: required fields only, and
   * null wherever that may stand.
   *
   * @param texts - what stands in fields of these names
   */
  leanAnswer(
    { method, path, status }: Pick<Exchange, 'method' | 'path' | 'status'>,
    texts: Record<string, string>,
  ): unknown {
    const found = this.#document.find(method.toLowerCase(), path);
    const pointer = `${found?.pointer}/responses/${status}`;
    const { value } = this.#document.resolve<Message>(pointer);
    const schema = value?.content?.[JSON_TYPE]?.schema;
    if (!schema) {
      throw new Error(`${method} ${path} ${status}: no answer is described`);
    }
    return leanValue(schema, this.#document, texts);
  }

  #problemsOf(exchange: Exchange): string[] {
    const { method, path, status } = exchange;
    const found = this.#document.find(method.toLowerCase(), path);
    if (!found) {
      return [`${method} ${path}: is not described`];
    }
    const { pointer } = found;
    return [
      ...this.#problemsOfParameters(found, 'path', found.values),
      ...this.#problemsOfParameters(found, 'query', exchange.query),
      ...this.#problemsOfRequest(`${pointer}/requestBody`, exchange),
      ...this.#problemsOfAnswer(`${pointer}/responses/${status}`, exchange),
    ]
      .map(problem => `${method} ${found.path} ${status}: ${problem}`)
      .filter(problem => !isKnownError(problem));
  }

  #problemsOfParameters(
    { pointer, parameters }: FoundOperation,
    place: 'path' | 'query',
    given: object,
  ): string[] {
    const validate = this.#once(`${pointer} ${place}`, () =>
      this.#texts.compile(
        schemaOf(parameters.filter(each => each.in === place)),
      ),
    );
    return problemsBy(validate, place, { ...given });
  }

  #problemsOfRequest(pointer: string, { requestBody }: Exchange): string[] {
    const { value } = this.#document.resolve<Message>(pointer);
    const isEmpty = Object.keys(requestBody ?? {}).length === 0;
    if (isEmpty) {
      return value?.required ? ['request: has no body'] : [];
    }
    return value
      ? this.#problemsOfBody(pointer, 'request', JSON_TYPE, requestBody)
      : ['request: has a body, and none is described'];
  }

  #problemsOfAnswer(pointer: string, exchange: Exchange): string[] {
    const { contentType, body } = exchange;
    const { value } = this.#document.resolve<Message>(pointer);
    if (!value) {
      return ['answer: the status is not described'];
    }
    if (contentType === undefined) {
      return value.content ? ['answer: has no body'] : [];
    }
    return this.#problemsOfBody(pointer, 'answer', contentType, body);
  }

  #problemsOfBody(
    reference: string,
    what: string,
    type: string,
    body: unknown,
  ): string[] {
    const { pointer, value } = this.#document.resolve<Message>(reference);
    if (!value?.content?.[type]) {
      return [`${what}: ${type} is not described`];
    }
    const $ref = `${ID}${pointer}/content/${escapePointer(type)}/schema`;
    const validate = this.#once($ref, () => this.#bodies.compile({ $ref }));
    return problemsBy(validate, what, body);
  }

  #once(key: string, compile: () => ValidateFunction): ValidateFunction {
    const validate = this.#compiled.get(key) ?? compile();
    this.#compiled.set(key, validate);
    return validate;
  }
}

function schemaOf(parameters: readonly Parameter[]): object {
  return {
    type: 'object',
    properties: Object.fromEntries(
      parameters.map(({ name, schema }) => [
        name,
        '$ref' in schema ? { $ref: `${ID}${schema.$ref}` } : schema,
      ]),
    ),
    required: parameters.filter(each => each.required).map(({ name }) => name),
    additionalProperties: false,
  };
}

function problemsBy(
  validate: ValidateFunction,
  what: string,
  value: unknown,
): string[] {
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params: { additionalProperty } }) =>
      `${what}${instancePath.replace(/\/\d+(?=\/|$)/g, '/*')}: ${message}${
        additionalProperty ? ` (${additionalProperty})` : ''
      }`,
  );
}
