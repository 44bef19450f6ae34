/**
 * The longest time, in milliseconds, for which the event loop was blocked during
 * a task. Node's own monitor misses a turn that begins with the task.
 */
export async function longestTurn(
  task: () => Promise<unknown>,
): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const note = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(note, 1);
  try {
    await task();
    note();
    return longest;
  } finally {
    clearInterval(timer);
  }
}
