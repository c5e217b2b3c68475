"use client";

import { accuracyDimensions, accuracyMetrics, accuracyScorings } from "@/lib/contract/accuracy";
import { dimensionWords, memoryScoring, metricWords, scoringWords } from "@/lib/contract/accuracy-words";
import { Select } from "../ui/select";
import type { Address } from "./use-address";

type ChoiceProps<T extends string> = {
  id: string;
  label: string;
  value: T;
  all: readonly T[];
  words: (each: T) => string;
  onChange: (value: T) => void;
};

function Choice<T extends string>({ id, label, value, all, words, onChange }: ChoiceProps<T>) {
  return (
    <div className="flex w-full min-w-0 flex-col gap-1 sm:w-72">
      <label htmlFor={id} className="text-xs font-medium text-muted">
        {label}
      </label>
      <Select
        id={id}
        value={value}
        options={all.map((each) => ({ value: each, label: words(each) }))}
        onChange={(chosen) => {
          const found = all.find((each) => each === chosen);
          if (found) onChange(found);
        }}
      />
    </div>
  );
}

/** Which figure, scored how, grouped by what. */
export function Choices({ address: { address, setAddress } }: { address: Address }) {
  const { metric, scoring, by } = address;
  const afresh = { name: null, page: null };
  const fitted = metricWords[metric].area !== "memory";
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-x-4 gap-y-3">
        <Choice
          id="accuracy-metric"
          label="What is estimated"
          value={metric}
          all={accuracyMetrics}
          words={(each) => metricWords[each].title}
          onChange={(chosen) => void setAddress({ metric: chosen, ...afresh })}
        />
        <Choice
          id="accuracy-scoring"
          label="What the fit had not seen"
          value={scoring}
          all={accuracyScorings}
          words={(each) => scoringWords[each].title}
          onChange={(chosen) => void setAddress({ scoring: chosen, page: null })}
        />
        <Choice
          id="accuracy-by"
          label="Grouped by"
          value={by}
          all={accuracyDimensions}
          words={(each) => dimensionWords[each]}
          onChange={(chosen) => void setAddress({ by: chosen, ...afresh })}
        />
      </div>
      <p className="max-w-prose text-muted">{fitted ? scoringWords[scoring].meaning : memoryScoring}</p>
    </div>
  );
}
