/** Amounts as findings say them. A verdict rounds further: see verdict/words.ts. */

export const wholeNumber = (value: number): string => Math.round(value).toLocaleString("en-US");

/** To a tenth of a per cent. */
export const percentWords = (share: number): string => `${Math.round(share * 1000) / 10}%`;

export const wholeDollars = (usd: number): string => `$${wholeNumber(usd)}`;
