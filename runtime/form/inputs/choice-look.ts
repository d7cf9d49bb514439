// How one option looks, ticked or not: the whole line is the target (WCAG 2.5.8).
export const choiceLine = 'flex min-h-12 cursor-pointer items-start gap-3 rounded-md border border-line bg-paper px-4 py-2.5 transition-colors hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-disabled:cursor-not-allowed has-disabled:opacity-70'
export const choiceMark = 'mt-[0.25em] size-5 shrink-0 accent-accent'
