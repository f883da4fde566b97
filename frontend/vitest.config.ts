import { defineConfig, mergeConfig } from 'vitest/config'
import vite from './vite.config.ts'

export default mergeConfig(
  vite,
  defineConfig({
    test: {
      root: import.meta.dirname,
      include: ['kit/**/*.test.ts', 'apps/**/*.test.ts'],
      environment: 'node',
    },
  }),
)
