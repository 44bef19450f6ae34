import pc from 'picocolors';

/** How parts of a report look; colours are never the only sign. */
export interface Style {
  critical(text: string): string;
  warning(text: string): string;
  healthy(text: string): string;
  quiet(text: string): string;
  strong(text: string): string;
}

/** Colours on a terminal, plain text elsewhere. */
export function styleFor(colours: boolean): Style {
  const colour = pc.createColors(colours);
  return {
    critical: text => colour.red(text),
    warning: text => colour.yellow(text),
    healthy: text => colour.green(text),
    quiet: text => colour.dim(text),
    strong: text => colour.bold(text),
  };
}
