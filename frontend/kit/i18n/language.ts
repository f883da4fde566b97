import { shallowRef } from 'vue'

export type Language = 'zh' | 'en'
const KEY = 'bole.language'

/** The language of the pages, remembered on this device. */
export const language = shallowRef<Language>(localStorage.getItem(KEY) === 'en' ? 'en' : 'zh')

/** Titles and lists of words are read once: the page is opened anew in the other language. */
export function speak(other: Language): void {
  localStorage.setItem(KEY, other)
  location.reload()
}
