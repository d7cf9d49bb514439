// The nine indicators by which handling procedures is judged, each from 0 to 2 (TT 01/2018/TT-VPCP Đ.13): as far as the system
// counts what they ask for. An indicator is the sum of the scores of all dossiers by their number (Đ.15).
import type { DossierFigures, PromptnessCounts, RatingCounts, ServiceScore } from '#schemas/generated/types.ts'
import type { Counter } from './counter.ts'
import { onlineShare } from './figures.ts'

const mean = (counts: readonly [mark: number, n: number][]): { score: number; dossiers: number } | undefined => {
  const dossiers = counts.reduce((sum, [, n]) => sum + n, 0)
  return dossiers === 0 ? undefined : { score: Math.round((counts.reduce((sum, [mark, n]) => sum + mark * n, 0) / dossiers) * 10) / 10, dossiers }
}

/** Sooner than the limit 2, within it 1, later 0; what has no limit is not judged. */
export const promptnessScore = ({ early, onTime, late }: PromptnessCounts): ReturnType<typeof mean> => mean([[2, early], [1, onTime], [0, late]])

const contactScore = (counters: readonly Counter[]): ReturnType<typeof mean> =>
  mean(counters.filter(({ kind }) => kind === 'contacts').map(({ detail, by }) => [Math.max(0, 2 - Number(detail)), by]))

const rated = (ratings: readonly RatingCounts[], id: string): ReturnType<typeof mean> => mean((ratings.find((each) => each.id === id)?.marks ?? []).map((n, mark) => [mark, n]))

/** How many come online and whether any of them is late; which services there are at all is not counted here. */
const onlineScore = (figures: DossierFigures): ReturnType<typeof mean> => {
  const share = onlineShare(figures)
  if (share === undefined) return undefined
  const { online, counter, post } = figures.received
  return { score: share >= 30 && figures.settled.late === 0 ? 2 : share >= 15 ? 1 : 0, dossiers: online + counter + post }
}

/** The questions of the rating form that say the same. */
const asked = { agencies: 'soCoQuan', disclosure: 'congKhai', attitude: 'thaiDo', complaints: 'phanAnh' }

export const serviceScores = (counters: readonly Counter[], figures: DossierFigures, steps: PromptnessCounts, ratings: readonly RatingCounts[]): ServiceScore[] => [
  promptnessScore(figures.settled), promptnessScore(steps), contactScore(counters), rated(ratings, asked.agencies), undefined,
  rated(ratings, asked.disclosure), rated(ratings, asked.attitude), rated(ratings, asked.complaints), onlineScore(figures),
].map((found, i) => ({ number: i + 1, ...found }))
