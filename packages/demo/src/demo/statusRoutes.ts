import { Router } from 'express';
import type { ScenarioName } from '../world/scenarios';
import { scenarios } from '../world/scenarios';
import type { Demo } from './DemoOptions';

const STARTING = 'the demo is still starting';

/**
 * `GET /_demo/status`, which the launcher waits for,
 * `POST /_demo/clusters/<name>/scenario/<scenario>`, and
 * `POST /_demo/applies/hold` and `/release`.
 */
export function statusRoutes(demo: () => Demo | undefined): Router {
  const routes = Router();
  routes.get('/_demo/status', (_request, response) => {
    const running = demo();
    if (!running) {
      response.status(503).json({ clusters: [] });
      return;
    }
    response.json({
      clusters: [...running.clusters.keys()],
      scenarios: Object.entries(scenarios).map(([name, { description }]) => ({
        name,
        description,
      })),
    });
  });
  routes.post(
    '/_demo/clusters/:name/scenario/:scenario',
    (request, response) => {
      const { name, scenario } = request.params;
      const running = demo();
      if (!running) {
        response.status(503).json({ message: STARTING });
        return;
      }
      running.startScenario(name, scenario as ScenarioName).then(
        () => response.status(202).json({ cluster: name, scenario }),
        error => response.status(404).json({ message: String(error.message) }),
      );
    },
  );
  for (const action of ['hold', 'release'] as const) {
    routes.post(`/_demo/applies/${action}`, (_request, response) => {
      const running = demo();
      if (!running) {
        response.status(503).json({ message: STARTING });
        return;
      }
      running.applies[action]();
      response.status(202).json({ applies: action });
    });
  }
  return routes;
}
