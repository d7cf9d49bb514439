// The words of the statistics, on screens and in the files that are made of them.
import { phrasesFrom } from '../text/phrases.ts'
import en from './locales/en.json' with { type: 'json' }
import vi from './locales/vi.json' with { type: 'json' }

export type StatisticsWord = keyof typeof vi
export const statisticsWord = phrasesFrom<StatisticsWord>({ vi, en })
