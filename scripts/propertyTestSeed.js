/* global jest */
// Loaded before each test file. Property tests try the same values in each run,
// so that the result of CI depends on nothing but the code; `npm run long --
// fuzz` tries others. fast-check is only loaded where a test imports it.
jest.mock('fast-check', () => {
  const fastCheck = jest.requireActual('fast-check');
  fastCheck.configureGlobal({
    seed: Number(process.env.CLUSTERWORKS_FUZZ_SEED ?? 1),
  });
  return fastCheck;
});
