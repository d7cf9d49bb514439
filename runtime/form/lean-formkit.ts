// Build step: FormKit sets up its default configuration (themes, icons, rules, English messages) when it is imported,
// used or not. Forms here have their own (formkit-config.ts), so the call is taken out and half of FormKit with it.
const setUp = /^init_defaultConfig\(\);$/m

export const leanFormkit = () => ({
  name: 'lean-formkit',
  transform: (code: string, id: string): { code: string; map: null } | undefined => {
    if (!id.includes('@formkit/vue/dist/index')) return undefined
    if (!setUp.test(code)) throw new Error('FormKit has changed: lean-formkit.ts finds nothing to take out')
    return { code: code.replace(setUp, ''), map: null }
  },
})
