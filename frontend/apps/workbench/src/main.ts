import 'element-plus/theme-chalk/dark/css-vars.css'
import '@kit/design/tokens.css'
import '@kit/design/element.css'
import '@/ui/page.css'
import urql from '@urql/vue'
import { createApp } from 'vue'
import { refusalOf } from '@kit/graphql/errors'
import { createGraphql } from '@kit/graphql/client'
import App from './shell/App.vue'
import { expired, lookAgain } from './shell/session'
import { router } from './shell/router'

const client = createGraphql((error) => {
  const { code } = refusalOf(error)
  if (code === 'NOT_SIGNED_IN') expired()
  if (code === 'FORBIDDEN') void lookAgain()
})
createApp(App).use(urql, client).use(router).mount('#app')
