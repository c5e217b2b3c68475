import type { Source } from "@/lib/contract/source";

/** Where the planning formulas come from, each named once. Readings of catalogue values carry their own. */
export const sources = {
  wilson: {
    title: "E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927)",
    url: "https://doi.org/10.1080/01621459.1927.10502953",
    asOf: "1927",
  },
  negativeBinomial: {
    title: "NIST Digital Library of Mathematical Functions, 8.17(i) (binomial and negative binomial tails)",
    url: "https://dlmf.nist.gov/8.17",
    asOf: "2024",
  },
  presentValue: {
    title: "OASIS OpenFormula 1.2, 6.12.30 NPV and 6.12.24 IRR",
    url: "https://docs.oasis-open.org/office/v1.2/os/OpenDocument-v1.2-os-part2.html",
    asOf: "2011-09",
  },
  logisticGrowth: {
    title: "P.-F. Verhulst, Notice sur la loi que la population suit dans son accroissement (1838)",
    url: "https://en.wikipedia.org/wiki/Logistic_function",
    asOf: "1838",
  },
  lognormal: {
    title: "E. L. Crow and K. Shimizu, Lognormal Distributions: Theory and Applications (moment distributions)",
    url: "https://en.wikipedia.org/wiki/Log-normal_distribution",
    asOf: "1988",
  },
  erlang: {
    title:
      "A. K. Erlang, Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges",
    url: "https://en.wikipedia.org/wiki/Erlang_(unit)",
    asOf: "1917",
  },
  dgxPower: {
    title: "NVIDIA DGX H100 user guide, hardware specifications (10.2 kW at most, eight accelerators of 700 W)",
    url: "https://docs.nvidia.com/dgx/dgxh100-user-guide/introduction-to-dgxh100.html",
    asOf: "2023",
  },
} as const satisfies Record<string, Source>;
