import { fileURLToPath } from 'node:url'
import { VantResolver } from '@vant/auto-import-resolver'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

/** Where each app lives and what its oldest browsers are: government desktops, and the web views of phones. */
const APPS = {
  workbench: { base: '/', target: ['chrome87'], kit: ElementPlusResolver() },
  card: { base: '/card/', target: ['chrome79', 'safari13'], kit: VantResolver() },
  verifier: { base: '/verify/', target: ['chrome79', 'safari13'], kit: VantResolver() },
} as const
const name = (process.env.APP ?? 'workbench') as keyof typeof APPS
const app = APPS[name]
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const backend = process.env.BOLE_BACKEND ?? 'http://127.0.0.1:8000'

export default defineConfig({
  root: at(`./apps/${name}`),
  base: app.base,
  cacheDir: at(`./node_modules/.vite-${name}`),
  resolve: { alias: { '@': at('./apps/workbench/src'), '@kit': at('./kit') } },
  plugins: [
    vue(),
    Components({ dts: false, dirs: [], resolvers: [app.kit] }),
    name === 'card' &&
      VitePWA({
        registerType: 'autoUpdate',
        injectRegister: false,
        manifest: {
          name: '优才卡',
          short_name: '优才卡',
          lang: 'zh-CN',
          display: 'standalone',
          start_url: '/card/',
          scope: '/card/',
          theme_color: '#1a5fb4',
          background_color: '#f4f6f9',
          icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }],
        },
        workbox: {
          globPatterns: ['**/*.{js,css,html,svg}'],
          navigateFallback: '/card/index.html',
          // from the first visit on: its other pages open without a network, too
          clientsClaim: true,
          skipWaiting: true,
        },
      }),
  ],
  build: {
    outDir: at(`./dist/${name}`),
    emptyOutDir: true,
    manifest: true,
    target: [...app.target],
    cssTarget: [...app.target],
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vue', test: /node_modules\/(@vue|vue|vue-router)\//, priority: 30 },
            { name: 'graphql', test: /node_modules\/(@urql|@0no-co|wonka)\//, priority: 20 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/graphql': backend, '/api': backend } },
})
