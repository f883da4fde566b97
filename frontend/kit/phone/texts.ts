import { createTexts } from '@kit/i18n/texts'

export const t = createTexts(
  {
    login: '登录名',
    password: '密码',
    totp: '动态码',
    totpHelp: '没有开通动态码的账号不填',
    submit: '登录',
    busy: '正在登录…',
  },
  {
    login: 'Login',
    password: 'Password',
    totp: 'One-time code',
    totpHelp: 'Leave empty if you have none',
    submit: 'Sign in',
    busy: 'Signing in…',
  },
)
