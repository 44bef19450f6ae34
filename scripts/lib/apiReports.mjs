import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { bin, capture, run } from './run.mjs';

/**
 * Workspaces are read as sources, and members of interfaces need no
 * documentation.
 */
const NOT_SAID = 'ae-wrong-input-file-type,ae-undocumented';

let declarations;

/** Checks all types and writes the declarations that reports and builds read. */
export function checkTypes(toolchain) {
  declarations ??= (async () => {
    fs.rmSync(path.join(root, 'dist-types'), { recursive: true, force: true });
    const tsc = bin('typescript', 'bin', 'tsc');
    return run(toolchain, [tsc, '--incremental', 'false']);
  })();
  return declarations;
}

/**
 * Writes what the packages export (`report.api.md`) and what their migrations
 * make (`report.sql.md`), or with `check` compares them with the committed
 * files. Resolves to an exit code.
 */
export async function apiReports(toolchain, { check = false } = {}) {
  const types = await checkTypes(toolchain);
  if (types !== 0) {
    return types;
  }
  const { code, output } = await capture(toolchain, [
    bin('@backstage/repo-tools', 'bin', 'backstage-repo-tools'),
    ...['api-reports', '--sql-reports', '--include', 'plugins/*'],
    // Warnings are written into the reports, where a reviewer sees them.
    ...['--allow-all-warnings', '--omit-messages', NOT_SAID],
    ...(check ? ['--ci'] : []),
  ]);
  if (code !== 0) {
    process.stderr.write(`${output}\n`);
    if (check) {
      process.stderr.write(
        'An API report is not up to date: npm run api-reports writes them all.\n',
      );
    }
  }
  return code;
}
