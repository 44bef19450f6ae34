import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from './Exchange';
import { isKnownError } from './knownErrors';
import { jsonSchemaOf } from './jsonSchemaOf';
import { matchPath } from './matchPath';

const DIRECTORY = join(__dirname, '../../data');
const ID = 'github';
const JSON_TYPE = 'application/json';

/** A described GitHub: github.com, or an Enterprise Server. */
export type DescribedGithub = 'api.github.com' | 'ghes-3.17';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: object;
  'x-multi-segment'?: boolean;
}
interface Message {
  required?: boolean;
  content?: Record<string, { schema: object }>;
}
interface Operation {
  parameters: object[];
  requestBody?: object;
  responses: Record<string, object>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}

/** GitHub's own OpenAPI description, as far as the simulator serves it. */
export class GithubDescription {
  /** Reads what `bin/extract-description.mjs` wrote. */
  static read(name: DescribedGithub): GithubDescription {
    const text = readFileSync(join(DIRECTORY, `${name}.json`), 'utf8');
    return new GithubDescription(jsonSchemaOf(JSON.parse(text)) as Document);
  }

  readonly #document: Document;
  readonly #bodies: Ajv;
  /** All values of a query and a path are text. */
  readonly #texts: Ajv;
  readonly #compiled = new Map<string, ValidateFunction>();

  private constructor(document: Document) {
    this.#document = document;
    // Without a word of formats that only GitHub knows.
    const options = { strict: false, allErrors: true, logger: false as const };
    this.#bodies = addFormats(new Ajv(options)).addSchema(document, ID);
    this.#texts = addFormats(
      new Ajv({ ...options, coerceTypes: true }),
    ).addSchema(document, ID);
  }

  /** Where exchanges differ from the description; each difference once. */
  problemsOf(exchanges: readonly Exchange[]): string[] {
    return [...new Set(exchanges.flatMap(each => this.#problemsOf(each)))];
  }

  #problemsOf(exchange: Exchange): string[] {
    const { method, path, status } = exchange;
    const found = this.#find(method.toLowerCase(), path);
    if (!found) {
      return [`${method} ${path}: is not described`];
    }
    const { pointer, operation, values } = found;
    return [
      ...this.#problemsOfParameters(operation, { ...exchange, values }),
      ...this.#problemsOfRequest(`${pointer}/requestBody`, exchange),
      ...this.#problemsOfAnswer(`${pointer}/responses/${status}`, exchange),
    ]
      .map(problem => `${method} ${found.path} ${status}: ${problem}`)
      .filter(problem => !isKnownError(problem));
  }

  #find(method: string, path: string) {
    const segments = path.split('/');
    const matches = Object.entries(this.#document.paths).flatMap(
      ([template, methods]) => {
        const operation = methods[method];
        const many = this.#parametersOf(operation)
          .filter(each => each['x-multi-segment'])
          .map(({ name }) => name);
        const values = operation && matchPath(template, segments, many);
        const pointer = `#/paths/${escape(template)}/${method}`;
        return values ? [{ path: template, pointer, operation, values }] : [];
      },
    );
    // One with more fixed parts is meant rather than one with a parameter there.
    return matches.sort(
      (a, b) => Object.keys(a.values).length - Object.keys(b.values).length,
    )[0];
  }

  #problemsOfParameters(
    operation: Operation,
    { query, values }: Pick<Exchange, 'query'> & { values: object },
  ): string[] {
    const parameters = this.#parametersOf(operation);
    return [
      { place: 'path', given: values },
      { place: 'query', given: query },
    ].flatMap(({ place, given }) => {
      const own = parameters.filter(each => each.in === place);
      const validate = this.#texts.compile({
        type: 'object',
        properties: Object.fromEntries(
          own.map(({ name, schema }) => [name, absolute(schema)]),
        ),
        required: own.filter(each => each.required).map(({ name }) => name),
        additionalProperties: false,
      });
      return problemsBy(validate, place, { ...given });
    });
  }

  #problemsOfRequest(pointer: string, { requestBody }: Exchange): string[] {
    const described = this.#resolve<Message>(pointer);
    const isEmpty = Object.keys(requestBody ?? {}).length === 0;
    if (isEmpty) {
      return described?.required ? ['request: has no body'] : [];
    }
    return described
      ? this.#problemsOfBody(pointer, 'request', JSON_TYPE, requestBody)
      : ['request: has a body, and none is described'];
  }

  #problemsOfAnswer(pointer: string, exchange: Exchange): string[] {
    const { contentType, body } = exchange;
    const described = this.#resolve<Message>(pointer);
    if (!described) {
      return ['answer: the status is not described'];
    }
    if (contentType === undefined) {
      return described.content ? ['answer: has no body'] : [];
    }
    return this.#problemsOfBody(pointer, 'answer', contentType, body);
  }

  #problemsOfBody(
    pointer: string,
    what: string,
    type: string,
    body: unknown,
  ): string[] {
    const at = this.#locate(pointer);
    if (!this.#resolve<Message>(at)?.content?.[type]) {
      return [`${what}: ${type} is not described`];
    }
    const $ref = `${ID}${at}/content/${escape(type)}/schema`;
    const validate = this.#compiled.get($ref) ?? this.#bodies.compile({ $ref });
    this.#compiled.set($ref, validate);
    return problemsBy(validate, what, body);
  }

  #parametersOf(operation: Operation | undefined): Parameter[] {
    return (operation?.parameters ?? []).map(each =>
      '$ref' in each
        ? (this.#resolve<Parameter>(String(each.$ref)) as Parameter)
        : (each as Parameter),
    );
  }

  /** Follows references of a place in the document to the last one. */
  #locate(pointer: string): string {
    const target = this.#get(pointer);
    return typeof target === 'object' && target && '$ref' in target
      ? this.#locate(String(target.$ref))
      : pointer;
  }

  #resolve<T>(pointer: string): T | undefined {
    return this.#get(this.#locate(pointer)) as T | undefined;
  }

  #get(pointer: string): unknown {
    return pointer
      .split('/')
      .slice(1)
      .reduce<unknown>(
        (value, part) =>
          (value as Record<string, unknown> | undefined)?.[unescape(part)],
        this.#document,
      );
  }
}

function problemsBy(
  validate: ValidateFunction,
  what: string,
  value: unknown,
): string[] {
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${what}${instancePath.replace(/\/\d+(?=\/|$)/g, '/*')}: ${message}${
        params.additionalProperty ? ` (${params.additionalProperty})` : ''
      }`,
  );
}

function absolute(schema: object): object {
  return '$ref' in schema ? { $ref: `${ID}${schema.$ref}` } : schema;
}

function escape(part: string): string {
  return encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1'));
}

function unescape(part: string): string {
  return decodeURIComponent(part).replace(/~1/g, '/').replace(/~0/g, '~');
}
