// Templates only: oxlint looks at the scripts, oxfmt at the layout.
import parser from '@typescript-eslint/parser'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'

export default [
  { ignores: ['dist/**', 'node_modules/**', '**/*.gql.ts'] },
  ...vue.configs['flat/essential'].map((c) => ({ ...c, files: ['**/*.vue'] })),
  ...a11y.configs['flat/recommended'].map((c) => ({ ...c, files: ['**/*.vue'] })),
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser } },
    rules: {
      'vue/multi-word-component-names': 'off',
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
      'vuejs-accessibility/form-control-has-label': 'off',
      // the grid of DataTable takes the keys for its rows (aria-activedescendant)
      'vuejs-accessibility/click-events-have-key-events': 'off',
      'vuejs-accessibility/interactive-supports-focus': 'off',
    },
  },
]
