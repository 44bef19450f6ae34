import process from 'node:process';
import { backstageCli, capture } from './run.mjs';

/** The configurations that this repository ships. */
const configurations = [
  ['app-config.yaml'],
  ['app-config.yaml', 'app-config.demo.yaml'],
  ['app-config.yaml', 'app-config.production.yaml'],
];

// Deprecated keys are printed, and are no error to the tool. The schema of
// GitHub's sign-in says of every resolver that it is deprecated when one is.
const deprecatedKey =
  /^The configuration key '(?!auth\.providers\.github\.\w+\.signIn\.resolvers)/m;

/**
 * Holds every shipped configuration against the schemas: of the backend with
 * all that it loads, where no undeclared key is let through, and of the app.
 */
export async function checkConfigurations(toolchain) {
  const total = { passed: 0, failed: 0, skipped: [] };
  const config = files => files.flatMap(file => ['--config', file]);
  for (const files of configurations) {
    for (const scope of [
      ['--package', 'backend', '--strict', '--deprecated'],
      ['--package', 'app', '--frontend'],
    ]) {
      const { code, output } = await capture(toolchain, [
        backstageCli,
        'config:check',
        '--lax',
        ...scope,
        ...config(files),
      ]);
      if (code === 0 && !deprecatedKey.test(output)) {
        total.passed += 1;
      } else {
        total.failed += 1;
        process.stdout.write(output);
      }
    }
  }
  return total;
}
