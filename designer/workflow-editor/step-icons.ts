// The sign of each kind of step, on cards and on the map.
import { CircleStop, CreditCard, GitBranch, UserRound, UserRoundPen, UsersRound } from 'lucide-vue-next'

export const stepIcons = { task: UserRound, applicant: UserRoundPen, payment: CreditCard, automatic: GitBranch, opinions: UsersRound, end: CircleStop } as const
