import { formula } from "../figure";
import { daysPerMonth } from "../units";

/** Documents change as a Poisson process at a steady rate, and all are brought up to date at equal intervals. */

const cho = {
  title: "J. Cho and H. Garcia-Molina, Synchronizing a database to improve freshness, SIGMOD 2000 (fixed order)",
  url: "http://ilpubs.stanford.edu:8090/396/",
  asOf: "2000",
};

type Changing = { changedSharePerMonth: number; updateEveryDays: number };

const changesBetween = ({ changedSharePerMonth, updateEveryDays }: Changing): number =>
  (changedSharePerMonth * updateEveryDays) / daysPerMonth;

export const changedPerMonth = formula(
  {
    id: "data.changedPerMonth",
    title: "New and changed documents a month",
    unit: "item/month",
    reads:
      "documents × (1 − e^(−changes between two updates)) × updates a month: a document that changed twice is done once",
    source: cho,
    example: {
      of: "1,000, a tenth a month, monthly: 95 differ",
      given: { documents: 1000, changedSharePerMonth: 0.1, updateEveryDays: daysPerMonth },
      gives: 95.162_581_964,
      within: 1e-9,
    },
  },
  ({ documents, ...changing }: Changing & { documents: number }) =>
    (documents * -Math.expm1(-changesBetween(changing)) * daysPerMonth) / changing.updateEveryDays,
);

export const staleShare = formula(
  {
    id: "data.staleShare",
    title: "Documents out of date at any time",
    unit: "share",
    reads: "1 − (1 − e^(−r)) ÷ r, where r is the changes of a document between two updates",
    source: cho,
    example: {
      of: "one change between updates: 63 % fresh",
      given: { changedSharePerMonth: 1, updateEveryDays: daysPerMonth },
      gives: 0.367_879_441,
      within: 1e-8,
    },
  },
  (changing: Changing) => {
    const rate = changesBetween(changing);
    return rate === 0 ? 0 : 1 + Math.expm1(-rate) / rate;
  },
);

export const upkeepUsd = formula(
  {
    id: "data.documentUpkeepUsd",
    title: "New and changed documents, a month",
    unit: "USD/month",
    reads: "cost of preparing all ÷ documents × new and changed ones a month",
    source: "definition",
    example: { of: "100 USD for 1,000, 50 a month", given: { usd: 100, documents: 1000, changed: 50 }, gives: 5 },
  },
  ({ usd, documents, changed }: { usd: number; documents: number; changed: number }) =>
    documents === 0 ? 0 : (usd / documents) * changed,
);

export const upkeepHours = formula(
  {
    id: "data.documentUpkeepHours",
    title: "People's hours for new and changed documents",
    unit: "h/month",
    reads: "hours to prepare all ÷ documents × new and changed ones a month",
    source: "definition",
    example: { of: "20 h for 1,000, 50 a month", given: { hours: 20, documents: 1000, changed: 50 }, gives: 1 },
  },
  ({ hours, documents, changed }: { hours: number; documents: number; changed: number }) =>
    documents === 0 ? 0 : (hours / documents) * changed,
);
