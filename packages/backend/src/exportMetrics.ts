import { metrics } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

/** The port that OpenTelemetry has for Prometheus. */
const DEFAULT_PORT = 9464;

/**
 * Serves all metrics of the backend to Prometheus at `/metrics`, when
 * OpenTelemetry's own variables say so: `OTEL_METRICS_EXPORTER=prometheus`,
 * and `OTEL_EXPORTER_PROMETHEUS_HOST` and `…_PORT`. Call it before the backend
 * is made: what was counted earlier is lost.
 *
 * @returns what serves them, if anything does
 */
export function exportMetrics(
  env: NodeJS.ProcessEnv = process.env,
): MeterProvider | undefined {
  if (env.OTEL_METRICS_EXPORTER !== 'prometheus') {
    return undefined;
  }
  const port = Number(env.OTEL_EXPORTER_PROMETHEUS_PORT ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(
      `OTEL_EXPORTER_PROMETHEUS_PORT must be a port, it is "${env.OTEL_EXPORTER_PROMETHEUS_PORT}"`,
    );
  }
  const host = env.OTEL_EXPORTER_PROMETHEUS_HOST ?? '0.0.0.0';
  const exporter = new PrometheusExporter({ host, port }, error => {
    if (error) {
      // The portal works without its metrics.
      process.stderr.write(`No metrics on port ${port}: ${error.message}\n`);
    }
  });
  const provider = new MeterProvider({ readers: [exporter] });
  metrics.setGlobalMeterProvider(provider);
  return provider;
}
