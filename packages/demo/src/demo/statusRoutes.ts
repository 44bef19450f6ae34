import { Router } from 'express';
import type { ScenarioName } from '../world/scenarios';
import { scenarios } from '../world/scenarios';
import type { Demo } from './DemoOptions';

/**
 * `GET /_demo/status`, which the launcher waits for, and
 * `POST /_demo/clusters/<name>/scenario/<scenario>`.
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
        response.status(503).json({ message: 'the demo is still starting' });
        return;
      }
      running.startScenario(name, scenario as ScenarioName).then(
        () => response.status(202).json({ cluster: name, scenario }),
        error => response.status(404).json({ message: String(error.message) }),
      );
    },
  );
  return routes;
}
