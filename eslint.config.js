// The house rules that a machine can check. Types are left to vue-tsc, imports between rooms to test/architecture.
import vueAccessibility from 'eslint-plugin-vuejs-accessibility'
import vue from 'eslint-plugin-vue'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'

const pureCore = ['vue', 'vue-*', '@formkit/*', 'pinia', 'kysely', 'hono', 'node:*', '#runtime/*']

export default defineConfig(
  globalIgnores(['dist', 'node_modules', 'data', 'coverage', 'schemas/generated']),
  typescript.configs.recommended,
  vue.configs['flat/recommended'],
  vueAccessibility.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue,js}'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true }],
      'semi': ['error', 'never'],
      'quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: true }],
      'eqeqeq': 'error',
      'no-eval': 'error',
      'prefer-const': 'error',
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: typescript.parser } },
    rules: {
      // A view reads better when short elements stay on one line.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'never', normal: 'any', component: 'always' }, svg: 'always' }],
      'vue/html-indent': ['error', 2],
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      // Optional props are undefined when absent; TypeScript says so already.
      'vue/require-default-prop': 'off',
      'vue/component-name-in-template-casing': ['error', 'PascalCase'],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': ['error', { ignores: ['App'] }],
      'vuejs-accessibility/heading-has-content': ['error', { accessibleChildren: ['RouterLink'] }],
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] }, components: [] }],
      // Ids are wired by the field; the rule only sees literal nesting.
      'vuejs-accessibility/form-control-has-label': 'off',
      'vuejs-accessibility/no-redundant-roles': 'off',
      'vuejs-accessibility/no-autofocus': 'error',
      'vuejs-accessibility/no-static-element-interactions': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['vite.config.ts'],
    rules: { 'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'Name what you export.' }, { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' }] },
  },
  {
    files: ['runtime/core/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: pureCore, message: 'The core is pure: schemas and calculation libraries only.' }] }] },
  },
  {
    files: ['test/**'],
    rules: { 'max-lines-per-function': 'off', 'vue/one-component-per-file': 'off' },
  },
)
