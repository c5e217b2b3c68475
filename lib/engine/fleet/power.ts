import { formula } from "../figure";

export const facilityWatts = formula(
  {
    id: "fleet.facilityWatts",
    title: "Power drawn from the grid",
    unit: "W",
    reads: "accelerators × all-in facility power of one (host, network and cooling counted, so no PUE on top)",
    source: "definition",
    example: { of: "8 H100 at 1.73 kW each", given: { accelerators: 8, facilityWattsEach: 1730 }, gives: 13_840 },
  },
  ({ accelerators, facilityWattsEach }: { accelerators: number; facilityWattsEach: number }) =>
    accelerators * facilityWattsEach,
);

type Rated = { accelerators: number; tdpWatts: number; hostFactor: number; pue: number };

/** Where nobody has published an all-in figure. */
export const facilityWattsFromTdp = formula(
  {
    id: "fleet.facilityWattsFromTdp",
    title: "Power drawn from the grid",
    unit: "W",
    reads: "accelerators × TDP × whole machine ÷ its accelerators' TDP × PUE",
    source: "definition",
    example: {
      of: "8 accelerators of 700 W, host factor 1.8, PUE 1.25",
      given: { accelerators: 8, tdpWatts: 700, hostFactor: 1.8, pue: 1.25 },
      gives: 12_600,
    },
  },
  ({ accelerators, tdpWatts, hostFactor, pue }: Rated) => accelerators * tdpWatts * hostFactor * pue,
);
