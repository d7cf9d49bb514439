// What an author assumed for the estimate: it stays while one looks elsewhere, and is no part of the document.
import { defineStore } from 'pinia'
import { reactive } from 'vue'

export const useStaffingStore = defineStore('staffing', () => {
  const staffing = reactive({ dossiersPerMonth: 30, hoursPerDay: 8, daysPerMonth: 21, workedPercent: 100, officers: {} as Record<string, number>, shares: {} as Record<string, number | undefined> })
  return { staffing }
})
