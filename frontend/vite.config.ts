import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vite'

const APPS = { workbench: '/' } as const
const app = (process.env.APP ?? 'workbench') as keyof typeof APPS
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const backend = process.env.BOLE_BACKEND ?? 'http://127.0.0.1:8000'

export default defineConfig({
  root: at(`./apps/${app}`),
  base: APPS[app],
  resolve: { alias: { '@': at(`./apps/${app}/src`), '@kit': at('./kit') } },
  plugins: [vue(), Components({ dts: false, dirs: [], resolvers: [ElementPlusResolver()] })],
  build: {
    outDir: at(`./dist/${app}`),
    emptyOutDir: true,
    manifest: true,
    target: 'chrome87',
    cssTarget: 'chrome87',
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vue', test: /node_modules\/(@vue|vue|vue-router)\//, priority: 30 },
            {
              name: 'graphql',
              test: /node_modules\/(@urql|@0no-co|wonka)\//,
              priority: 20,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/graphql': backend, '/api': backend } },
})
