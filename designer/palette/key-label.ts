// Keys as they stand on a keyboard: "Alt+ArrowUp" is Alt + ↑.
const signs: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' }

export const keyLabel = (keys: string): string => keys.split('+').map((key) => signs[key] ?? key).join(' + ')
