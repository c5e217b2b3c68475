import { formula } from "../figure";
import { gbFromBytes } from "../units";

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
