export { formatDate, formatMonth, monthAfter } from "./date";
export { compact, significant, whole } from "./number";
export { type FormatOptions, format, formatRange, formatSpan, none } from "./value";
