import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Router } from 'express';

/** One request for each part of the API document that has to be compiled. */
const ROUTES = [
  '/v1/fleet',
  '/v1/fleet/history?names=-',
  '/v1/ledger',
  '/v1/clusters/-',
  '/v1/clusters/-/history',
  '/v1/observations',
];
/** Without any token, a request would be refused before it is looked at. */
const NOBODY = { authorization: 'Bearer -' };
/** A start does not wait longer for it. */
const DEADLINE_MS = 10_000;

/** Answers errors without writing them to the log. */
const refuse: express.ErrorRequestHandler = (
  _error,
  _request,
  response,
  _next,
) => {
  response.status(401).end();
};

/**
 * Makes the routes compile their parts of the API document, which each does at
 * its first request (200 ms in all, in one turn). At a start nobody waits for
 * that; the first page would, and everybody else with it.
 *
 * The requests have no valid token, so whatever they ask for is refused. They go
 * to a server of their own, because the backend's does not listen yet. Never
 * throws: routes that are not compiled are only slower at first.
 */
export async function compileRoutes(router: Router): Promise<void> {
  const app = express().use(router, refuse);
  const server = http.createServer(app).listen(0, '127.0.0.1');
  try {
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    for (const route of ROUTES) {
      const response = await fetch(`http://127.0.0.1:${port}${route}`, {
        headers: NOBODY,
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
      await response.arrayBuffer();
    }
  } catch {
    // The first pages compile what is missing.
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
