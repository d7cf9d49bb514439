// A photo that is too large is scaled down before it is sent, as large as a paper stays legible. Loaded only then.
const sides = [3000, 2200]
const quality = 0.85

const draw = async (file: File, side: number): Promise<Blob | undefined> => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  const paper = canvas.getContext('2d')
  if (!paper) return undefined
  // What is transparent in a PNG would turn black.
  paper.fillStyle = 'white'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality))
}

/** Undefined where the browser cannot, or where it would still be too large. */
export const shrinkPhoto = async (file: File, most: number): Promise<File | undefined> => {
  try {
    for (const side of sides) {
      const blob = await draw(file, side)
      if (blob && blob.size <= most) return new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg', lastModified: file.lastModified })
    }
  } catch { /* the browser cannot read the picture: it is refused for its size */ }
  return undefined
}
