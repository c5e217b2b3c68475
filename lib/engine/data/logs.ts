import { formula } from "../figure";

type Logged = { requests: number; isl: number; osl: number; bytesPerToken: number };

export const logBytesPerMonth = formula(
  {
    id: "data.logBytesPerMonth",
    title: "Logs written in a month",
    unit: "B",
    reads: "requests × (input + output tokens) × bytes per token",
    source: "definition",
    example: {
      of: "30,000 requests of 1,500 tokens at 4 bytes",
      given: { requests: 30_000, isl: 1200, osl: 300, bytesPerToken: 4 },
      gives: 180e6,
    },
  },
  ({ requests, isl, osl, bytesPerToken }: Logged) => requests * (isl + osl) * bytesPerToken,
);

export const logBytesKept = formula(
  {
    id: "data.logBytesKept",
    title: "Logs kept",
    unit: "B",
    reads: "bytes written a month × the smaller of: months of retention; months since launch, this one included",
    source: "definition",
    example: {
      of: "180 MB a month kept for 6 months, in the third month",
      given: { bytesPerMonth: 180e6, retentionMonths: 6, month: 2 },
      gives: 540e6,
    },
  },
  ({ bytesPerMonth, retentionMonths, month }: { bytesPerMonth: number; retentionMonths: number; month: number }) =>
    bytesPerMonth * Math.min(retentionMonths, month + 1),
);

export const logBytesAtRetention = formula(
  {
    id: "data.logBytesAtRetention",
    title: "Logs kept once the retention is reached",
    unit: "B",
    reads: "bytes written a month × months of retention",
    source: "definition",
    example: { of: "180 MB a month, 6 months", given: { bytesPerMonth: 180e6, retentionMonths: 6 }, gives: 1080e6 },
  },
  ({ bytesPerMonth, retentionMonths }: { bytesPerMonth: number; retentionMonths: number }) =>
    bytesPerMonth * retentionMonths,
);

export const hotMonths = formula(
  {
    id: "data.hotMonths",
    title: "Months before logs are archived",
    unit: "month",
    reads: "the smaller of: months of retention; months after which logs are archived",
    source: "definition",
    example: { of: "12 months, archived after 3", given: { retentionMonths: 12, archiveAfterMonths: 3 }, gives: 3 },
  },
  ({ retentionMonths, archiveAfterMonths }: { retentionMonths: number; archiveAfterMonths: number | null }) =>
    archiveAfterMonths === null ? retentionMonths : Math.min(retentionMonths, archiveAfterMonths),
);

export const archivedBytes = formula(
  {
    id: "data.archivedBytes",
    title: "Archived logs",
    unit: "B",
    reads: "logs kept − those not archived yet",
    source: "definition",
    example: { of: "1,080 MB, 540 MB of them fresh", given: { keptBytes: 1080e6, hotBytes: 540e6 }, gives: 540e6 },
  },
  ({ keptBytes, hotBytes }: { keptBytes: number; hotBytes: number }) => Math.max(0, keptBytes - hotBytes),
);
