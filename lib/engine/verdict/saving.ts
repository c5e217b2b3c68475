import { formula } from "../figure";

export const savingUsd = formula(
  {
    id: "verdict.savingUsd",
    title: "Saved over the horizon",
    unit: "USD",
    reads: "total of the next cheapest path that qualifies − total of the cheapest",
    source: "definition",
    example: { of: "620,000 instead of 900,000 USD", given: { usd: 620_000, alternativeUsd: 900_000 }, gives: 280_000 },
  },
  ({ usd, alternativeUsd }: { usd: number; alternativeUsd: number }) => alternativeUsd - usd,
);
