// How long work waits for a free officer when it comes in at random (Erlang’s formula for several servers, M/M/c).

interface Queue {
  /** Per span of time. */
  arrivals: number
  /** Hours of one officer for one piece of work. */
  work: number
  servers: number
  /** Hours that one officer works in the span. */
  time: number
}

const never = 1e-15

/** Share of the work that finds nobody free, by the recursion that stays exact for hundreds of servers. */
export const chanceToWait = (load: number, servers: number): number => {
  let lost = 1
  for (let n = 1; n <= servers && lost > never; n++) lost = (load * lost) / (n + load * lost)
  return lost / (1 - (load / servers) * (1 - lost))
}

/** In hours; undefined where more comes in than can be done. Half an officer works alone, at half the speed. */
export const meanWaiting = ({ arrivals, work, servers, time }: Queue): number | undefined => {
  if (arrivals === 0 || work === 0) return 0
  const people = Math.max(1, Math.floor(servers))
  const load = (arrivals * work) / time
  if (load >= servers) return undefined
  const each = (work * people) / servers
  return (chanceToWait((load * people) / servers, people) * each) / (people - (load * people) / servers)
}
