import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h, onMounted, type Component } from 'vue'
import { createNavigation } from '#runtime/citizen/navigation/navigation.ts'
import { RouterLink, RouterView } from '#runtime/citizen/navigation/router-parts.ts'
import type { RouteRecord } from '#runtime/citizen/navigation/route-table.ts'
import { useRoute } from '#runtime/citizen/navigation/use-router.ts'

enableAutoUnmount(afterEach)
let mounted: string[] = []
const page = (name: string) => defineComponent({ props: ['id'], setup: (props: { id?: string }) => {
  const route = useRoute()
  onMounted(() => { mounted.push(name) })
  return () => h('h1', `${name} ${props.id ?? ''} ${route.query['q'] ?? ''}`.trim())
} })
const frame = defineComponent(() => () => h('section', [h('p', 'frame'), h(RouterView)]))
const soon = (component: Component) => () => Promise.resolve({ default: component })
const one = page('one')

const records: RouteRecord[] = [
  { path: '/', name: 'home', component: soon(page('home')) },
  { path: '/one/:id', name: 'one', component: soon(one), props: true },
  { path: '/in', component: soon(frame), children: [{ path: 'a', name: 'a', component: soon(page('a')) }, { path: 'b', name: 'b', component: soon(page('b')) }] },
  { path: '/closed', name: 'closed', component: soon(page('closed')), meta: { signedIn: true } },
]

const open = async (path: string) => {
  history.replaceState(null, '', path)
  const navigation = createNavigation(records)
  navigation.before((to) => (to.meta.signedIn ? { name: 'home', query: { q: to.path } } : true))
  const root = defineComponent(() => () => [h(RouterLink, { to: { name: 'one', params: { id: '7' } }, activeClass: 'here' }, () => 'seven'), h(RouterView)])
  const screen = mount(root, { attachTo: document.body, global: { plugins: [navigation] } })
  await flushPromises()
  return { navigation, screen }
}

beforeEach(() => {
  mounted = []
  vi.stubGlobal('scrollTo', vi.fn())
})
afterEach(() => {
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

describe('navigation', () => {
  it('shows the page of the address, given its parts', async () => {
    const { screen } = await open('/one/3?q=x')
    expect(screen.get('h1').text()).toBe('one 3 x')
  })

  it('follows a link without loading the app again, says where one is, and begins the page at its top', async () => {
    const { screen } = await open('/')
    expect(screen.get('a').attributes()).toMatchObject({ href: '/one/7' })

    await screen.get('a').trigger('click')
    await flushPromises()

    expect([location.pathname, screen.get('h1').text()]).toEqual(['/one/7', 'one 7'])
    expect(screen.get('a').attributes()).toMatchObject({ 'aria-current': 'page', 'class': 'here' })
    expect(scrollTo).toHaveBeenCalledWith(0, 0)
  })

  it('leaves to the browser what is the browser’s: another tab', async () => {
    const { screen } = await open('/')
    await screen.get('a').trigger('click', { ctrlKey: true })
    await flushPromises()
    expect(screen.get('h1').text()).toBe('home')
  })

  it('keeps a page that only gets other parts, and a frame whose page changes', async () => {
    const { navigation, screen } = await open('/one/3')
    await navigation.push('/one/4')
    expect([screen.get('h1').text(), mounted]).toEqual(['one 4', ['one']])

    await navigation.push('/in/a')
    const shown = screen.get('section').element
    await navigation.push({ name: 'b' })
    expect(screen.get('section').element).toBe(shown)
    expect(screen.get('h1').text()).toBe('b')
  })

  it('goes where a guard sends, in the place of the page that is closed', async () => {
    const { navigation } = await open('/closed')
    expect(navigation.place.value.fullPath).toBe('/?q=%2Fclosed')
    expect(location.pathname).toBe('/')
  })

  it('shows what was asked for last, however slowly the first comes', async () => {
    const { navigation, screen } = await open('/')
    void navigation.push('/in/a')
    await navigation.push('/one/9')
    await flushPromises()
    expect([screen.get('h1').text(), location.pathname]).toEqual(['one 9', '/one/9'])
  })

  it('takes nobody back who has followed a link, when the page that is left notes its search in the address', async () => {
    const { navigation, screen } = await open('/')

    const going = navigation.push({ name: 'one', params: { id: '5' } })
    await navigation.replace({ query: { q: 'late' } })
    await going
    await flushPromises()
    expect(screen.get('h1').text()).toBe('one 5')

    await navigation.replace({ query: { q: 'now' } })
    expect(screen.get('h1').text()).toBe('one 5 now')
  })

  it('goes back with the browser to the line that was read', async () => {
    const { navigation, screen } = await open('/')
    vi.stubGlobal('scrollX', 0)
    vi.stubGlobal('scrollY', 420)
    await navigation.push('/one/1')

    history.replaceState({ entry: 0 }, '', '/')
    dispatchEvent(new PopStateEvent('popstate'))
    await flushPromises()

    expect(screen.get('h1').text()).toBe('home')
    expect(scrollTo).toHaveBeenLastCalledWith(0, 420)
  })

  it('waits for what a page needs before it is shown', async () => {
    const { navigation, screen } = await open('/')
    let come: () => void = () => undefined
    navigation.whenReady(() => new Promise<void>((resolve) => { come = resolve }))
    const going = navigation.push('/one/1')
    await flushPromises()
    expect(screen.get('h1').text()).toBe('home')

    come()
    await going
    expect(screen.get('h1').text()).toBe('one 1')
  })

  it('lets the browser fetch a page whose part is gone', async () => {
    const assign = vi.fn()
    vi.stubGlobal('location', { ...location, pathname: '/', search: '', hash: '', assign })
    const navigation = createNavigation([{ path: '/', name: 'home', component: soon(page('home')) }, { path: '/gone', component: () => Promise.reject(new TypeError('Failed to fetch')) }])
    await navigation.push('/gone')
    expect(assign).toHaveBeenCalledWith('/gone')
  })
})
