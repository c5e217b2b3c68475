import { z } from "zod";
import { choiceField, numberField, rowsField } from "./field";
import { teamRoles } from "./scenario-words";

/** People who build it and run it. */

/** Who builds and runs it: a row for each role, with the time it takes on either way. */
const rolesField = rowsField(
  {
    role: choiceField(teamRoles, {
      section: "cost",
      prominence: "main",
      title: "Role",
      description: "What the person does.",
    }),
    usdPerYear: numberField(0, 2_000_000, {
      section: "cost",
      prominence: "main",
      title: "Pay a year",
      description:
        "Total pay of one person before the employer's own cost. On call: the allowance for one person reachable all year.",
      unit: "USD/person·year",
    }),
    buildMonthsApi: numberField(0, 10_000, {
      section: "cost",
      prominence: "main",
      title: "Months to build, API",
      description: "Person-months of this role before launch when an API is used.",
      unit: "month",
    }),
    buildMonthsSelfHosted: numberField(0, 10_000, {
      section: "cost",
      prominence: "main",
      title: "Months to build, self-hosted",
      description: "Person-months of this role before launch when the model is self-hosted.",
      unit: "month",
    }),
    runFteApi: numberField(0, 1000, {
      section: "cost",
      prominence: "main",
      title: "People to run, API",
      description: "Full-time people of this role who keep it running when an API is used.",
      unit: "person",
    }),
    runFteSelfHosted: numberField(0, 1000, {
      section: "cost",
      prominence: "main",
      title: "People to run, self-hosted",
      description: "Full-time people of this role who keep it running when the model is self-hosted.",
      unit: "person",
    }),
  },
  {
    name: "role",
    maximum: 20,
    blank: {
      role: "dataEngineer",
      usdPerYear: 133_080,
      buildMonthsApi: 0,
      buildMonthsSelfHosted: 0,
      runFteApi: 0,
      runFteSelfHosted: 0,
    },
  },
  {
    section: "cost",
    prominence: "main",
    title: "Team",
    description: "Who builds and runs it, by role. A mix has both built and the larger of the two teams to run it.",
  },
);

export const teamSchema = z.strictObject({
  roles: rolesField,
  engineerUsdPerYear: numberField(1000, 2_000_000, {
    section: "cost",
    prominence: "more",
    title: "Pay for hours of upkeep",
    description:
      "Total pay a year of an engineer whose hours faults, corrections and moves to another model take, before the employer's own cost.",
    unit: "USD/person·year",
  }),
  overheadFactor: numberField(1, 3, {
    section: "cost",
    prominence: "more",
    title: "Employer's cost",
    description: "Full cost of employment divided by pay.",
    unit: "1",
  }),
  workingHoursPerYear: numberField(500, 3000, {
    section: "cost",
    prominence: "more",
    title: "Working hours a year",
    description: "Hours an engineer works in a year.",
    unit: "h/year",
  }),
});
