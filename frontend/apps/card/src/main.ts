import '@kit/design/tokens.css'
import '@kit/phone/phone.css'
import './card.css'
import urql from '@urql/vue'
import { createApp } from 'vue'
import { createGraphql } from '@kit/graphql/client'
import { refusalOf } from '@kit/graphql/errors'
import { language } from '@kit/i18n/language'
import App from './App.vue'
import { keepUpToDate } from './shell/newVersion'
import { router } from './shell/router'
import { expired, open } from './shell/session'

document.documentElement.lang = language.value === 'en' ? 'en' : 'zh-CN'
const client = createGraphql((error) => {
  if (refusalOf(error).code === 'NOT_SIGNED_IN') expired()
})
keepUpToDate(router)
void open().then(() => createApp(App).use(urql, client).use(router).mount('#app'))
