// The numbers of the parts of a printed form: I, II, III, as Vietnamese papers count them (NĐ 30/2020, Phụ lục I).
export const roman = (n: number): string => 'X'.repeat(Math.floor(n / 10)) + ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][n % 10]
