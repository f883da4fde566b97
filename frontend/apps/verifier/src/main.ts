import '@kit/design/tokens.css'
import '@kit/phone/phone.css'
import { createApp } from 'vue'
import App from './App.vue'

createApp(App).mount('#app')
