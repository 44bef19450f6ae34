import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(__dirname, '..', '..', '..', '..');

/**
 * The type errors of texts, checked as if they were files of this repository.
 *
 * @param files - text by absolute path
 */
export function typeErrors(files: Record<string, string>): string[] {
  const configFile = path.join(root, 'tsconfig.json');
  const { config } = ts.readConfigFile(configFile, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: Object.keys(files) },
    ts.sys,
    root,
  );
  const host = ts.createCompilerHost({ ...options, incremental: false });
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = name => name in files || fileExists(name);
  host.readFile = name => files[name] ?? readFile(name);
  host.getSourceFile = (name, target, ...rest) =>
    name in files
      ? ts.createSourceFile(name, files[name], target)
      : getSourceFile(name, target, ...rest);
  const program = ts.createProgram(
    Object.keys(files),
    { ...options, incremental: false, noEmit: true },
    host,
  );
  return Object.keys(files).flatMap(name => {
    const file = program.getSourceFile(name);
    return [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ].map(
      ({ messageText }) =>
        `${path.basename(name)}: ${ts.flattenDiagnosticMessageText(
          messageText,
          '\n',
        )}`,
    );
  });
}
