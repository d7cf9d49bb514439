// A link that changes the page without loading the app again, and the place where the page stands. Both are known to
// templates by these names, here as in the apps with vue-router.
import { defineComponent, h, inject, provide, type InjectionKey, type PropType } from 'vue'
import type { Target } from './route-table.ts'
import { useRouter } from './use-router.ts'

/** What the browser does itself: another window, another tab, a download. */
const isForBrowser = (event: MouseEvent): boolean =>
  event.defaultPrevented || event.button !== 0 || event.metaKey || event.altKey || event.ctrlKey || event.shiftKey || Boolean((event.currentTarget as Element).getAttribute('target'))

export const RouterLink = defineComponent({
  name: 'RouterLink',
  props: { to: { type: [String, Object] as PropType<Target>, required: true }, activeClass: String, replace: Boolean },
  setup: (props, { slots }) => {
    const router = useRouter()
    const follow = (event: MouseEvent): void => {
      if (isForBrowser(event)) return
      event.preventDefault()
      void (props.replace ? router.replace(props.to) : router.push(props.to))
    }
    return () => {
      const to = router.resolve(props.to)
      const isHere = to.name !== undefined && to.path === router.place.value.path
      return h('a', { href: to.fullPath, class: isHere ? props.activeClass : undefined, 'aria-current': isHere ? 'page' : undefined, onClick: follow }, slots['default']?.())
    }
  },
})

const depthKey: InjectionKey<number> = Symbol('depth')

export const RouterView = defineComponent({
  name: 'RouterView',
  setup: () => {
    const router = useRouter()
    const depth = inject(depthKey, 0)
    provide(depthKey, depth + 1)
    return () => {
      const place = router.place.value
      const record = place.matched[depth]
      const page = record && router.componentOf(record)
      return page && h(page, record.props === true ? place.params : record.props?.(place))
    }
  },
})
