/** Name and version of every package from npm in a yarn.lock, each once. */
export function lockedPackages(text) {
  const found = text.matchAll(/^ {2}resolution: "(.+)@npm:([^"#]+)"$/gm);
  const seen = new Map();
  for (const [, name, version] of found) {
    seen.set(`${name}@${version}`, { name, version });
  }
  return [...seen.values()];
}
