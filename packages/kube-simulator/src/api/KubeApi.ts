import { randomUUID } from 'node:crypto';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import type { User } from './Access';
import {
  selfSubjectAccessReview,
  selfSubjectRulesReview,
} from './accessReview';
import type { ApiResource } from './ApiResource';
import { resourceName } from './ApiResource';
import { Counters } from './Counters';
import { Faults } from './Faults';
import { applyFault } from './applyFault';
import { apiDocument } from './apiDocument';
import type { KubeApiParts } from './KubeApiParts';
import { ListSnapshots, listObjects, listParts } from './listObjects';
import { parseListOptions } from './ListOptions';
import type { ApiPath } from './parseApiPath';
import { parseApiPath } from './parseApiPath';
import {
  partialObjectMetadata,
  representationOf,
  table,
} from './representation';
import { Answer } from './Answer';
import { readBody } from './readBody';
import { unknownResource } from './unknownResource';
import {
  forbidden,
  internalError,
  methodNotAllowed,
  notFound,
  StatusError,
  unauthorized,
} from './statusBodies';
import { checkWatchOptions, watchObjects } from './watchObjects';

/** Answers the requests of one cluster as a Kubernetes API server does. */
export class KubeApi {
  readonly counters = new Counters();
  readonly faults = new Faults();
  readonly snapshots = new ListSnapshots();
  readonly #watches = new Map<() => void, string>();

  constructor(readonly parts: KubeApiParts) {}

  /** Answers one request; `path` begins with a slash and has the query. */
  handle(
    request: Http2ServerRequest,
    response: Http2ServerResponse,
    path = request.url,
  ): void {
    // An error that the handler did not catch means that the client has
    // disconnected.
    this.#answer(request, response, path).catch(() => {});
  }

  async #answer(
    request: Http2ServerRequest,
    response: Http2ServerResponse,
    path: string,
  ): Promise<void> {
    this.counters.requests += 1;
    const answer = new Answer(request, response, this.counters);
    try {
      response.setHeader('audit-id', randomUUID());
      response.setHeader('cache-control', 'no-cache, private');
      await this.#route(request, answer, new URL(path, 'https://localhost'));
    } catch (error) {
      if (error instanceof StatusError) {
        answer.json(error.body.code, error.body, error.headers);
      } else {
        answer.json(500, internalError(String(error)));
      }
    }
  }

  /** Ends the watches of one kind (`<plural>[.<group>]`), or all. */
  dropWatches(resource?: string): void {
    for (const [stop, name] of [...this.#watches]) {
      if (resource === undefined || resource === name) {
        stop();
      }
    }
  }

  async #route(
    request: Http2ServerRequest,
    answer: Answer,
    url: URL,
  ): Promise<void> {
    const { access, store } = this.parts;
    const path = parseApiPath(url.pathname);
    const served =
      path && store.resource(path.group, path.version, path.plural);
    const verb = path && this.#verbOf(path, url);
    const fault = this.faults.find(verb, served && resourceName(served));
    if (fault && (await applyFault(fault, answer))) {
      return;
    }
    const user = access.authenticate(request.headers.authorization);
    if (!user) {
      this.counters.unauthorized += 1;
      throw new StatusError(unauthorized());
    }
    if (path?.group === 'authorization.k8s.io' && request.method === 'POST') {
      const body = await readBody(request);
      answer.json(
        201,
        path.plural === 'selfsubjectrulesreviews'
          ? selfSubjectRulesReview(access, user, store.resources())
          : selfSubjectAccessReview(access, user, body),
      );
      return;
    }
    if (!path || !verb) {
      apiDocument(this.parts, request, url.pathname, answer);
      return;
    }
    this.#read(request, answer, url, { path, verb, user, served });
  }

  #verbOf(path: ApiPath, url: URL): 'get' | 'list' | 'watch' {
    if (path.name !== undefined) {
      return 'get';
    }
    return ['1', 'true'].includes(url.searchParams.get('watch') ?? '')
      ? 'watch'
      : 'list';
  }

  #read(
    request: Http2ServerRequest,
    answer: Answer,
    url: URL,
    asked: {
      path: ApiPath;
      verb: 'get' | 'list' | 'watch';
      user: User;
      served: ApiResource | undefined;
    },
  ): void {
    const { path, verb, user, served } = asked;
    const named = served ?? unknownResource(path);
    const right = {
      verb,
      group: path.group,
      resource: path.plural,
      namespace: path.namespace,
      name: path.name,
    };
    if (!this.parts.access.authorize(user, right)) {
      this.counters.forbidden += 1;
      throw new StatusError(forbidden(user.name, verb, named, path));
    }
    if (!served || path.subresource || (path.namespace && !served.namespaced)) {
      answer.pageNotFound();
      return;
    }
    if (request.method !== 'GET') {
      throw new StatusError(methodNotAllowed());
    }
    this.counters.count(verb, resourceName(served));
    if (verb === 'get') {
      this.#get(request, answer, served, path);
    } else if (verb === 'list') {
      this.#list(request, answer, served, path, url);
    } else {
      this.#watch(answer, served, path, url);
    }
  }

  #get(
    request: Http2ServerRequest,
    answer: Answer,
    resource: ApiResource,
    path: ApiPath,
  ): void {
    const name = path.name ?? '';
    const object = this.parts.store
      .collection(resource)
      .get(path.namespace, name);
    if (!object) {
      throw new StatusError(notFound(resource, name));
    }
    const form = representationOf(request.headers.accept);
    if (form === 'table') {
      const { resourceVersion } = object.metadata;
      answer.json(200, table([object], { resourceVersion }));
    } else {
      answer.json(
        200,
        form === 'metadata' ? partialObjectMetadata(object) : object,
      );
    }
  }

  #list(
    request: Http2ServerRequest,
    answer: Answer,
    resource: ApiResource,
    path: ApiPath,
    url: URL,
  ): void {
    const options = parseListOptions(url.searchParams, resource, path);
    const page = listObjects(
      this.parts.store,
      this.snapshots,
      resource,
      options,
    );
    const form = representationOf(request.headers.accept);
    if (form === 'table') {
      answer.json(200, table(page.items, page.metadata));
    } else if (form === 'metadata') {
      answer.json(200, {
        kind: 'PartialObjectMetadataList',
        apiVersion: 'meta.k8s.io/v1',
        metadata: page.metadata,
        items: page.items.map(partialObjectMetadata),
      });
    } else {
      answer.list(listParts(page, resource));
    }
  }

  #watch(answer: Answer, resource: ApiResource, path: ApiPath, url: URL): void {
    const options = parseListOptions(url.searchParams, resource, path);
    checkWatchOptions(options);
    const { store, watchTimes } = this.parts;
    const sink = answer.stream();
    const { stop } = watchObjects(store, resource, options, sink, watchTimes);
    this.counters.watchesOpen += 1;
    this.#watches.set(stop, resourceName(resource));
    answer.onClose(() => {
      stop();
      this.#watches.delete(stop);
      this.counters.watchesOpen -= 1;
    });
  }
}
