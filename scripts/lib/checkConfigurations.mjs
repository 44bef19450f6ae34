import process from 'node:process';
import { backstageCli, capture } from './run.mjs';

/** The configurations that this repository ships. */
const configurations = [
  ['app-config.yaml'],
  ['app-config.yaml', 'app-config.demo.yaml'],
  ['app-config.yaml', 'app-config.production.yaml'],
];

// The tool prints deprecated keys, but does not fail. If one resolver of
// GitHub's sign-in is deprecated, the schema reports all of them as
// deprecated.
const deprecatedKey =
  /^The configuration key '(?!auth\.providers\.github\.\w+\.signIn\.resolvers)/m;

/**
 * Checks every shipped configuration against the schemas: those of the backend
 * and all that it loads, where undeclared keys are errors, and those of the
 * app.
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
