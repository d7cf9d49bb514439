// What an adapter throws when trying again cannot help: the receiver said no for good.
export class FinalError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'FinalError'
  }
}
