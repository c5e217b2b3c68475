import { formula } from "../figure";
import { gbFromBytes } from "../units";

type Leaving = { requests: number; osl: number; bytesPerToken: number; usdPerGb: number };

export const egressUsd = formula(
  {
    id: "cost.egressUsd",
    title: "Egress of a month",
    unit: "USD/month",
    reads: "requests × answer length × bytes of a streamed token ÷ 10⁹ × price of a gigabyte",
    source: "definition",
    example: {
      of: "a million answers of 400 tokens at 250 bytes each: 100 GB at 0.09 USD",
      given: { requests: 1e6, osl: 400, bytesPerToken: 250, usdPerGb: 0.09 },
      gives: 9,
    },
  },
  ({ requests, osl, bytesPerToken, usdPerGb }: Leaving) => gbFromBytes(requests * osl * bytesPerToken) * usdPerGb,
);

export const storageUsdPerMonth = formula(
  {
    id: "cost.storageUsdPerMonth",
    title: "Storage of a month",
    unit: "USD/month",
    reads: "bytes stored ÷ 10⁹ × price per gigabyte and month",
    source: "definition",
    example: { of: "500 GB at 0.023 USD", given: { bytes: [500e9], usdPerGbMonth: 0.023 }, gives: 11.5 },
  },
  ({ bytes, usdPerGbMonth }: { bytes: readonly number[]; usdPerGbMonth: number }) => {
    let sum = 0;
    for (const each of bytes) sum += each;
    return gbFromBytes(sum) * usdPerGbMonth;
  },
);
