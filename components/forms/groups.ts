export const groupOfRanges = "How far inputs may be off";

/** Parts of the document as a form's groups name them; titles such as "Employer's cost" occur in several. */
const groups: readonly [prefix: string, title: string][] = [
  ["paths.api.ownPrice", "API"],
  ["paths.api", "API"],
  ["paths.selfHosted.acquisition", "Hardware"],
  ["paths.selfHosted", "Self-hosted"],
  ["paths.hybrid", "Hybrid"],
  ["paths.people", "People"],
  ["workload", "Workload"],
  ["requirements", "Requirements"],
  ["privacy", "Data protection"],
  ["data", "Data"],
  ["evaluation", "Testing"],
  ["maintenance", "Maintenance"],
  ["team", "Engineers"],
  ["outcome", "What answers bring"],
  ["economics", "Economics"],
  ["ranges.payTogether", "What goes together"],
  ["ranges.pricesTogether", "What goes together"],
  ["ranges", groupOfRanges],
];

export const groupOfPaths = "Ways considered";

export function groupOf(path: string): string {
  if (/^paths\.\w+\.enabled$/.test(path)) return groupOfPaths;
  return groups.find(([prefix]) => path.startsWith(`${prefix}.`) || path === prefix)?.[1] ?? "About this plan";
}
