import { jsonSchemaOf } from './jsonSchemaOf';
import { matchPath } from './matchPath';

/** A parameter of an operation. */
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: object;
  'x-multi-segment'?: boolean;
}

/** A body that is sent or answered. */
export interface Message {
  required?: boolean;
  content?: Record<string, { schema: object }>;
}

/** An operation that a request is for. */
export interface FoundOperation {
  /** Template of its path: `/repos/{owner}/{repo}`. */
  path: string;
  /** Its place in the document, as a JSON pointer. */
  pointer: string;
  parameters: Parameter[];
  /** What the request has for the parameters in the path. */
  values: Record<string, string>;
}

interface Operation {
  parameters?: object[];
}

/** An OpenAPI description whose schemas are JSON Schema. */
export class DescriptionDocument {
  readonly root: { paths: Record<string, Record<string, Operation>> };

  constructor(json: unknown) {
    this.root = jsonSchemaOf(json) as DescriptionDocument['root'];
  }

  /** The operation of a request, if it is described. */
  find(method: string, path: string): FoundOperation | undefined {
    const segments = path.split('/');
    const matches = Object.entries(this.root.paths).flatMap(
      ([template, { [method]: operation }]) => {
        const parameters = (operation?.parameters ?? []).map(each =>
          this.#target(each),
        ) as Parameter[];
        const many = parameters.filter(each => each['x-multi-segment']);
        const values = matchPath(
          template,
          segments,
          many.map(({ name }) => name),
        );
        const pointer = `#/paths/${escapePointer(template)}/${method}`;
        return operation && values
          ? [{ path: template, pointer, parameters, values }]
          : [];
      },
    );
    // One with more fixed parts is meant rather than one with a parameter there.
    return matches.sort((a, b) => fixedParts(b) - fixedParts(a))[0];
  }

  /** What stands at a place, and where that is once references are followed. */
  resolve<T>(pointer: string): { pointer: string; value?: T } {
    const value = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>(
        (at, part) =>
          (at as Record<string, unknown> | undefined)?.[unescapePointer(part)],
        this.root,
      );
    return isReference(value)
      ? this.resolve(value.$ref)
      : { pointer, value: value as T | undefined };
  }

  #target(value: object): unknown {
    return isReference(value) ? this.resolve(value.$ref).value : value;
  }
}

/** A key as a part of a JSON pointer in an address. */
export function escapePointer(part: string): string {
  return encodeURIComponent(part.replace(/~/g, '~0').replace(/\//g, '~1'));
}

function unescapePointer(part: string): string {
  return decodeURIComponent(part).replace(/~1/g, '/').replace(/~0/g, '~');
}

function isReference(value: unknown): value is { $ref: string } {
  return typeof value === 'object' && value !== null && '$ref' in value;
}

function fixedParts({ path, values }: FoundOperation): number {
  return path.split('/').length - Object.keys(values).length;
}
