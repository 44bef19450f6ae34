/**
 * Runs tasks in their order, as many at once as there are cores; one that uses
 * all cores by itself (`alone`) runs with no other beside it. Resolves to the
 * results in the order of the tasks.
 */
export async function inLanes(tasks, cores, runOne) {
  const results = [];
  const running = new Set();
  const settle = async most => {
    while (running.size > most) {
      await Promise.race(running);
    }
  };
  for (const [at, task] of tasks.entries()) {
    await settle(task.alone ? 0 : cores - 1);
    const lane = runOne(task).then(result => {
      results[at] = result;
      running.delete(lane);
    });
    running.add(lane);
    if (task.alone) {
      await settle(0);
    }
  }
  await settle(0);
  return results;
}
