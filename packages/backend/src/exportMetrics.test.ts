import { metrics } from '@opentelemetry/api';
import { eventually, freePort } from '@clusterworks/test-support';
import { exportMetrics } from './exportMetrics';

describe('exportMetrics', () => {
  let provider: ReturnType<typeof exportMetrics>;

  afterEach(async () => {
    metrics.disable();
    await provider?.shutdown();
  });

  it('serves metrics to Prometheus under the names of the dashboard', async () => {
    const port = await freePort();
    provider = exportMetrics({
      OTEL_METRICS_EXPORTER: 'prometheus',
      OTEL_EXPORTER_PROMETHEUS_HOST: '127.0.0.1',
      OTEL_EXPORTER_PROMETHEUS_PORT: String(port),
    });
    metrics
      .getMeter('test')
      .createObservableGauge('clusters.verdicts', { unit: '{cluster}' })
      .addCallback(result => result.observe(3, { verdict: 'healthy' }));
    const text = await eventually(async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
      return answer.ok && (await answer.text());
    }, 60_000);
    expect(text).toMatch(/^clusters_verdicts\{.*verdict="healthy".*\} 3/m);
  });

  it.each([{}, { OTEL_METRICS_EXPORTER: 'otlp' }])(
    'does nothing with %j',
    env => {
      expect(exportMetrics(env)).toBeUndefined();
    },
  );

  it.each(['0', 'http', '70000'])('refuses the port %s', port => {
    expect(() =>
      exportMetrics({
        OTEL_METRICS_EXPORTER: 'prometheus',
        OTEL_EXPORTER_PROMETHEUS_PORT: port,
      }),
    ).toThrow(`OTEL_EXPORTER_PROMETHEUS_PORT must be a port, it is "${port}"`);
  });
});
