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
  cochran: {
    title: "W. G. Cochran, Sampling Techniques, 3rd edition, chapter 4",
    url: "https://archive.org/details/cochran-1977-sampling-techniques",
    asOf: "1977",
  },
  fleissRates: {
    title: "J. L. Fleiss, B. Levin and M. C. Paik, Statistical Methods for Rates and Proportions, 3rd edition, 4.2",
    url: "https://doi.org/10.1002/0471445428",
    asOf: "2003",
  },
  connor: {
    title:
      "R. J. Connor, Sample size for testing differences in proportions for the paired-sample design, Biometrics 43 (1987)",
    url: "https://doi.org/10.2307/2531961",
    asOf: "1987",
  },
  ruleOfThree: {
    title: "J. A. Hanley and A. Lippman-Hand, If nothing goes wrong, is everything all right?, JAMA 249 (1983)",
    url: "https://doi.org/10.1001/jama.1983.03330370053031",
    asOf: "1983",
  },
  kish: {
    title: "L. Kish, Survey Sampling, 5.4 (design effect of clusters)",
    url: "https://archive.org/details/surveysampling0000kish",
    asOf: "1965",
  },
  condorcet: {
    title: "Condorcet, Essai sur l'application de l'analyse à la probabilité des décisions (jury theorem)",
    url: "https://en.wikipedia.org/wiki/Condorcet%27s_jury_theorem",
    asOf: "1785",
  },
  roganGladen: {
    title:
      "W. J. Rogan and B. Gladen, Estimating prevalence from the results of a screening test, Am. J. Epidemiol. 107 (1978)",
    url: "https://doi.org/10.1093/oxfordjournals.aje.a112510",
    asOf: "1978",
  },
  holm: {
    title:
      "S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979)",
    url: "https://www.jstor.org/stable/4615733",
    asOf: "1979",
  },
  tenenbein: {
    title:
      "A. Tenenbein, A double sampling scheme for estimating from binomial data with misclassifications, JASA 65 (1970)",
    asOf: "1970",
  },
  mcnemar: {
    title:
      "Q. McNemar, Note on the sampling error of the difference between correlated proportions or percentages, Psychometrika 12 (1947)",
    url: "https://doi.org/10.1007/BF02295996",
    asOf: "1947",
  },
  powerRoc: {
    title: "M. Gönen and G. Heller, Lehmann family of ROC curves",
    url: "http://works.bepress.com/mithat_gonen/13",
    asOf: "2007",
  },
  mironov: {
    title: "I. Mironov, K. Talwar and L. Zhang, Rényi differential privacy of the sampled Gaussian mechanism",
    url: "https://arxiv.org/abs/1908.10530",
    asOf: "2019",
  },
  gopi: {
    title: "S. Gopi, Y. T. Lee and L. Wutschitz, Numerical composition of differential privacy",
    url: "https://arxiv.org/abs/2106.02848",
    asOf: "2021",
  },
  confidentialInference: {
    title: "M. Chrapek et al., Confidential LLM inference: performance and cost across CPU and GPU TEEs",
    url: "https://arxiv.org/abs/2509.18886",
    asOf: "2025-09",
  },
  trustedPlatforms: {
    title: "NVIDIA, Confidential virtual machines: supported platforms (Hopper or Blackwell GPUs)",
    url: "https://docs.nvidia.com/confidential-computing/virtual-machines/supported-platforms",
    asOf: "2026",
  },
  permLlm: {
    title: "F. Zheng et al., PermLLM: private inference of large language models within 3 seconds under WAN",
    url: "https://arxiv.org/abs/2405.18744",
    asOf: "2024-05",
  },
  puma: {
    title: "Y. Dong et al., PUMA: secure inference of LLaMA-7B in five minutes, Security and Safety 4 (2025)",
    url: "https://doi.org/10.1051/sands/2025014",
    asOf: "2025-10",
  },
  bookKeeping: {
    title: "Z. Bu et al., Differentially private optimization on large model at small cost",
    url: "https://arxiv.org/abs/2210.00038",
    asOf: "2022-10",
  },
  privateFineTuning: {
    title: "D. Yu et al., Differentially private fine-tuning of language models",
    url: "https://arxiv.org/abs/2110.06500",
    asOf: "2021-10",
  },
  dgxPower: {
    title: "NVIDIA DGX H100 user guide, hardware specifications (10.2 kW at most, eight accelerators of 700 W)",
    url: "https://docs.nvidia.com/dgx/dgxh100-user-guide/introduction-to-dgxh100.html",
    asOf: "2023",
  },
} as const satisfies Record<string, Source>;
