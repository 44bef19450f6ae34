import fs from 'node:fs';
import path from 'node:path';

/** Constants that only say how much is shown. */
const shown = new Set(['SHOWN', 'QUOTED', 'LOOKED_AT']);

const patterns = [
  // 5 * MINUTE
  {
    pattern: /\b(\d+(?:\.\d+)?)( \* (?:SECOND|MINUTE|HOUR|DAY)\b)/g,
    change: (match, factor) =>
      `${rounded(Number(match[1]) * factor)}${match[2]}`,
  },
  // const TOO_LONG = MINUTE; age > HOUR
  {
    pattern: /(= |[<>]=? )((?:SECOND|MINUTE|HOUR|DAY)\b)(?! [*/])/g,
    change: (match, factor) => `${match[1]}${factor} * ${match[2]}`,
  },
  // const MANY = 3; const NEAR = 0.9;
  {
    pattern: /(const ([A-Z][A-Z_]*) = )(\d+(?:\.\d+)?)(;)/g,
    change: (match, factor) =>
      `${match[1]}${stepped(Number(match[3]), factor)}${match[4]}`,
    skip: match => shown.has(match[2]),
  },
];

function rounded(value) {
  return Number(value.toFixed(2));
}

/** Counts move by one, shares by a twentieth, large numbers by a quarter. */
function stepped(value, factor) {
  const direction = factor > 1 ? 1 : -1;
  if (!Number.isInteger(value)) {
    return rounded(value + direction * 0.05);
  }
  return value <= 10 ? value + direction : Math.round(value * factor);
}

function sourcesOf(folder) {
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map(name => path.join(folder, name));
}

function mutationsOf(file) {
  const text = fs.readFileSync(file, 'utf8');
  return patterns.flatMap(({ pattern, change, skip }) =>
    [...text.matchAll(pattern)]
      .filter(match => !skip?.(match))
      .flatMap(match =>
        [1.25, 0.75].map(factor => {
          const after = change(match, factor);
          return {
            file,
            threshold: match[0].trim(),
            to: after.trim(),
            text:
              text.slice(0, match.index) +
              after +
              text.slice(match.index + match[0].length),
          };
        }),
      ),
  );
}

/** Every threshold of the rules below a folder, moved up and down, by the rule's folder. */
export function thresholdMutations(rules) {
  const byRule = new Map();
  for (const component of fs.readdirSync(rules)) {
    const folder = path.join(rules, component);
    if (!fs.statSync(folder).isDirectory()) {
      continue;
    }
    for (const rule of fs.readdirSync(folder).sort()) {
      const own = path.join(folder, rule);
      if (!fs.statSync(own).isDirectory()) {
        continue;
      }
      const mutations = sourcesOf(own).flatMap(mutationsOf);
      if (mutations.length > 0) {
        byRule.set(own, mutations);
      }
    }
  }
  return byRule;
}
