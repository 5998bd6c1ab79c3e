import { defineConfig } from 'vitest/config';

/** The tests that judge mutants of the code: those of the core alone, without processes or terminals. */
export default defineConfig({
  test: {
    include: ['test/{assess,calendar,case,form,rulebook}/**/*.test.ts', 'test/questions/next.test.ts'],
    testTimeout: 60_000,
  },
});
