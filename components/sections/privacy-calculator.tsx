"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { request } from "@/lib/client/request";
import { significant } from "@/lib/format";
import { Button } from "../ui/button";
import { Disclosure } from "../ui/disclosure";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { Select } from "../ui/select";
import type { SectionProps } from "./section-results";

type Answer = {
  epsilon: number;
  epsilonTighter?: number;
  noiseMultiplier: number;
  delta: number;
};
type Asked = Record<"samplingRate" | "steps" | "delta" | "given", string> & {
  wanted: "epsilon" | "noise";
  accountant: "rdp" | "prv";
};

/** What the plan's own fine-tune comes to; a usual one where nothing is labelled. */
function startOf({ data, privacy, maintenance }: SectionProps["scenario"]): Asked {
  const examples = Math.max(1, data.labelledExamples || 10_000);
  const samplingRate = Math.min(1, privacy.dpBatch / examples);
  return {
    samplingRate: String(significant(samplingRate, 4)).replaceAll(",", ""),
    steps: String(Math.ceil(maintenance.fineTuneEpochs / samplingRate)),
    delta: (1 / (10 * examples)).toPrecision(2),
    given: privacy.dpEpsilon === null ? "1" : String(privacy.dpEpsilon),
    wanted: privacy.dpEpsilon === null ? "epsilon" : "noise",
    accountant: "rdp",
  };
}

const bodyOf = ({ samplingRate, steps, delta, given, wanted, accountant }: Asked) => ({
  kind: "privacy",
  method: "dp-sgd",
  samplingRate: Number(samplingRate),
  steps: Number(steps),
  delta: Number(delta),
  accountant,
  [wanted === "epsilon" ? "noiseMultiplier" : "targetEpsilon"]: Number(given),
});

type FieldProps = { label: string; value: string; onChange: (value: string) => void };

function NumberField({ label, value, onChange }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input id={id} inputMode="decimal" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

type ChoiceProps = FieldProps & { options: readonly { value: string; label: string }[] };

function Choice({ label, value, onChange, options }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} onChange={onChange} options={options} />
    </div>
  );
}

const wantedOptions = [
  { value: "epsilon", label: "ε for a noise" },
  { value: "noise", label: "Noise for an ε" },
];
const accountantOptions = [
  { value: "rdp", label: "Rényi moments (RDP)" },
  { value: "prv", label: "Composed losses (PRV): tighter" },
];

/** Noise against ε of private training, by either accountant; nothing here changes the plan. */
export function PrivacyCalculator({ scenario }: Pick<SectionProps, "scenario">) {
  const [asked, setAsked] = useState(() => startOf(scenario));
  const answer = useMutation({
    mutationFn: (body: ReturnType<typeof bodyOf>) =>
      request<{ result: Answer }>("/api/v1/estimate", { method: "POST", body }),
  });
  const set = (name: keyof Asked) => (value: string) => setAsked((before) => ({ ...before, [name]: value }));
  const found = answer.data?.result;
  return (
    <Disclosure summary="Calculator: noise against ε">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          answer.mutate(bodyOf(asked));
        }}
      >
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          <Choice label="What is asked" value={asked.wanted} onChange={set("wanted")} options={wantedOptions} />
          <NumberField
            label={asked.wanted === "epsilon" ? "Noise multiplier" : "ε at most"}
            value={asked.given}
            onChange={set("given")}
          />
          <NumberField
            label="Share of the examples in a batch"
            value={asked.samplingRate}
            onChange={set("samplingRate")}
          />
          <NumberField label="Steps of training" value={asked.steps} onChange={set("steps")} />
          <NumberField label="Chance that it fails (δ)" value={asked.delta} onChange={set("delta")} />
          <Choice
            label="How losses are added up"
            value={asked.accountant}
            onChange={set("accountant")}
            options={accountantOptions}
          />
        </div>
        <div>
          <Button type="submit" size="sm" disabled={answer.isPending}>
            {answer.isPending ? "Working it out …" : "Work it out"}
          </Button>
        </div>
        {found && (
          <p role="status" className="text-strong">
            ε = {significant(found.epsilon, 4)} at δ = {found.delta.toPrecision(2)} with a noise multiplier of{" "}
            {significant(found.noiseMultiplier, 4)}
            {found.epsilonTighter !== undefined &&
              `; by the tighter conversion ${significant(found.epsilonTighter, 4)}`}
            .
          </p>
        )}
        {answer.error && (
          <Notice tone="danger" role="alert" title="That cannot be worked out">
            {answer.error.message}
          </Notice>
        )}
      </form>
    </Disclosure>
  );
}
