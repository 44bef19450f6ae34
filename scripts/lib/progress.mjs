import process from 'node:process';

const started = Date.now();
let lastWidth = 0;

function clock() {
  const seconds = Math.round((Date.now() - started) / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${String(minutes).padStart(2)}:${String(seconds % 60).padStart(
    2,
    '0',
  )}`;
}

function clearLine() {
  if (lastWidth > 0) {
    process.stderr.write(`\r${' '.repeat(lastWidth)}\r`);
    lastWidth = 0;
  }
}

/** Prints one line of progress with the time since the start. */
export function say(message) {
  clearLine();
  process.stderr.write(`${clock()}  ${message}\n`);
}

/** Shows a passing detail: overwritten on a terminal, left out elsewhere. */
export function detail(message) {
  if (!process.stderr.isTTY) {
    return;
  }
  const width = (process.stderr.columns ?? 80) - 1;
  const line = `${clock()}    ${message.replace(/\s+/g, ' ').trim()}`.slice(
    0,
    width,
  );
  clearLine();
  process.stderr.write(line);
  lastWidth = line.length;
}

/** Removes what `detail` left on the terminal. */
export function endDetail() {
  clearLine();
}

/** Says every so many seconds that a long step is still running. */
export function heartbeat(message, seconds = 15) {
  const timer = setInterval(() => say(message()), seconds * 1000);
  timer.unref();
  return () => clearInterval(timer);
}
