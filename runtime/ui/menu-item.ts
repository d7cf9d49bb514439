// One entry of a menu: it goes somewhere (`to` in this app, `href` elsewhere) or does something (`run`).
import type { Component } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

export interface MenuItem {
  label: string
  icon?: Component
  to?: RouteLocationRaw
  href?: string
  run?: () => void
  danger?: boolean
  disabled?: boolean
  /** Puts the focus where one goes on: it does not return to the button. */
  leadsOn?: boolean
  /** Draws a line above. */
  apart?: boolean
}
