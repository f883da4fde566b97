import '@kit/design/tokens.css'
import '@kit/phone/phone.css'
import './counter.css'
import './sheets.css'
import './verify/verify.css'
import { createApp } from 'vue'
import App from './App.vue'

createApp(App).mount('#app')
