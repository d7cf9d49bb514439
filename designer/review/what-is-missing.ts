// What the author must still say before anybody can approve a change, in the order in which it is asked.
import { computed, type ComputedRef } from 'vue'
import type { Review } from './open-review.ts'
import { t } from './texts.ts'

export const useWhatIsMissing = ({ opened, standing }: Review): ComputedRef<string[]> => computed(() => {
  const { meanings = {}, disposition } = opened.value?.changeRequest ?? {}
  const unsaid = standing.value?.meaningsAsked.filter((key) => meanings[key] === undefined).length ?? 0
  return [
    ...(unsaid > 0 ? [t('reviewing.missing.meanings', {}, unsaid)] : []),
    ...(standing.value?.needsDisposition && !disposition ? [t('reviewing.missing.disposition')] : []),
  ]
})
