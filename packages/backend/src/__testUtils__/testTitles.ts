import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The titles of the tests and groups of a test file, as they are written. */
export function testTitles(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const titles: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && runsATest(node.expression)) {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) {
        titles.push(title.text);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

/** Whether a call is `it`, `test.each(…)` or the like, and is not skipped. */
function runsATest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) {
    return ['describe', 'it', 'test'].includes(callee.text);
  }
  if (ts.isPropertyAccessExpression(callee)) {
    return callee.name.text === 'each' && runsATest(callee.expression);
  }
  return ts.isCallExpression(callee) && runsATest(callee.expression);
}
