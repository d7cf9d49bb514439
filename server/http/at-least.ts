// Gives an answer no sooner than after a while, so that its time tells nothing about what was found.
export const atLeast = async <Result>(ms: number, work: () => Promise<Result>): Promise<Result> => {
  const end = new Promise((resolve) => setTimeout(resolve, ms))
  try {
    return await work()
  } finally {
    await end
  }
}
