// The part of pdfmake that drawing a form uses; the package brings no types of its own.
declare module 'pdfmake' {
  interface Fonts { normal: string, bold: string, italics: string, bolditalics: string }
  interface Pdfmake {
    setFonts: (fonts: Record<string, Fonts>) => void
    setUrlAccessPolicy: (mayRead: (url: string) => boolean) => void
    setLocalAccessPolicy: (mayRead: (path: string) => boolean) => void
    createPdf: (definition: object) => { getBuffer: () => Promise<Buffer> }
  }
  const pdfmake: Pdfmake
  // eslint-disable-next-line no-restricted-syntax -- this is how the package exports itself
  export default pdfmake
}
