/** Every conversion there is. Money, time and probability are converted here or nowhere. */
export const bytesPerGib = 2 ** 30;
export const bytesPerGb = 1e9;
export const gibFromBytes = (bytes: number): number => bytes / bytesPerGib;
export const bytesFromGib = (gib: number): number => gib * bytesPerGib;
export const gbFromBytes = (bytes: number): number => bytes / bytesPerGb;

export const msFromSeconds = (seconds: number): number => seconds * 1000;
export const secondsPerMinute = 60;
export const secondsPerHour = 3600;
export const minutesPerHour = 60;
export const secondsPerDay = 86_400;
export const hoursPerDay = 24;
export const monthsPerYear = 12;
/** Mean Gregorian year. */
export const daysPerYear = 365.25;
export const daysPerMonth = daysPerYear / monthsPerYear;
export const hoursPerMonth = daysPerMonth * hoursPerDay;
export const hoursPerYear = daysPerYear * hoursPerDay;

export const tokensPerMtoken = 1e6;
export const wattsPerKilowatt = 1000;
/** Lossless: a share of 1 as percent. */
export const percentFromShare = (share: number): number => share * 100;

/** Rate per month that compounds to an annual rate. Range: annual > −1. */
export const monthlyRate = (annualRate: number): number => (1 + annualRate) ** (1 / monthsPerYear) - 1;
