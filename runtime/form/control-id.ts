// How the control that answers a question is called on a page: labels, errors and jumps find it by this name.

/** The id of the control that answers a question: `/mau/0/kyHieu` → `q-mau-0-kyHieu`. */
export const controlId = (pointer: string, prefix = 'q'): string => prefix + pointer.replaceAll('/', '-')
