"use client";

import { useMutation } from "@tanstack/react-query";
import Papa from "papaparse";
import { useId, useState } from "react";
import { request } from "@/lib/client/request";
import { format } from "@/lib/format";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { Group } from "./group";

type Answer = {
  ok: boolean;
  result?: {
    coefficient?: number;
    interval?: { low: number; high: number } | null;
    percentAgreement?: number;
    notes: string[];
  };
  error?: { message: string };
};

const measures = [
  { value: "krippendorff", label: "Krippendorff's α" },
  { value: "fleiss", label: "Fleiss' κ" },
  { value: "cohen", label: "Cohen's κ (two judges)" },
];
const levels = [
  { value: "nominal", label: "Categories" },
  { value: "ordinal", label: "Ranks (1 to 5)" },
  { value: "interval", label: "Numbers" },
];

/** An item in each row, a judge in each column; an empty cell is a missing rating. A first row of words alone is a heading. */
export function ratingsOf(text: string): (string | number | null)[][] {
  const { data } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: true });
  const rows = data.map((row) => row.map((cell) => cell.trim()));
  const [first, ...rest] = rows;
  const isNumber = (cell: string) => cell === "" || Number.isFinite(Number(cell));
  const headed = first && rest.length > 0 && !first.every(isNumber) && rest.every((row) => row.every(isNumber));
  return (headed ? rest : rows).map((row) =>
    row.map((cell) => (cell === "" ? null : Number.isFinite(Number(cell)) ? Number(cell) : cell)),
  );
}

/** How far 0.667 and 0.8 are the limits that Krippendorff names for tentative and for firm conclusions. */
function verdictOf(coefficient: number): string {
  if (coefficient >= 0.8) return "Enough for firm conclusions.";
  if (coefficient >= 0.667) return "Enough for tentative conclusions only.";
  return "Too little: sharpen the instructions and let judges discuss what they see differently.";
}

/** Real ratings, pasted from a sheet or read from a file: do the judges agree? */
export function AgreementImport() {
  const [text, setText] = useState("");
  const [measure, setMeasure] = useState("krippendorff");
  const [level, setLevel] = useState("nominal");
  const fileId = useId();
  const textId = useId();
  const agreement = useMutation({
    mutationFn: async (ratings: string) => {
      const question = {
        kind: "agreement",
        measure,
        ratings: ratingsOf(ratings),
        rows: "items",
        ...(measure === "krippendorff" && { level }),
      };
      return request<Answer>("/api/v1/estimate", { method: "POST", body: { kind: "evaluation", question } });
    },
  });
  const read = async (file: File | undefined) => {
    if (!file) return;
    const content = await file.text();
    setText(content);
    agreement.mutate(content);
  };
  const result = agreement.data?.result;
  return (
    <Group
      title="Do your judges agree?"
      lead="Paste ratings with an answer in each row and a judge in each column, or choose a CSV file. They are not stored."
    >
      <div className="print-hidden flex max-w-2xl flex-col gap-3">
        <label htmlFor={textId} className="font-medium text-strong">
          Ratings
        </label>
        <Textarea
          id={textId}
          rows={5}
          value={text}
          placeholder={"1,1,0\n0,0,0\n1,,1"}
          onChange={({ target }) => setText(target.value)}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Select aria-label="Measure of agreement" value={measure} onChange={setMeasure} options={measures} />
          {measure === "krippendorff" && (
            <Select aria-label="Kind of rating" value={level} onChange={setLevel} options={levels} />
          )}
          <button
            type="button"
            className="min-h-10 rounded-md border border-line-strong bg-surface px-4 font-medium text-strong hover:bg-sunken disabled:opacity-55"
            disabled={text.trim() === "" || agreement.isPending}
            onClick={() => agreement.mutate(text)}
          >
            Work out agreement
          </button>
          <label htmlFor={fileId} className="cursor-pointer text-accent underline underline-offset-2">
            Choose a file
          </label>
          <input
            id={fileId}
            type="file"
            accept=".csv,text/csv,text/plain"
            className="sr-only"
            onChange={({ target }) => read(target.files?.[0])}
          />
        </div>
      </div>
      <div aria-live="polite">
        {agreement.error && <p className="text-danger">{agreement.error.message}</p>}
        {result?.coefficient !== undefined && (
          <div className="flex flex-col gap-1">
            <p className="tabular text-strong">
              {measures.find(({ value }) => value === measure)?.label}: {format(result.coefficient, "1", { digits: 3 })}
              {result.interval &&
                ` (95 % of resamples: ${format(result.interval.low, "1", { digits: 3 })} to ${format(result.interval.high, "1", { digits: 3 })})`}
              . {verdictOf(result.coefficient)}
            </p>
            <p className="text-muted">
              Judges agree on {format(result.percentAgreement ?? null, "share", { digits: 3 })} of pairs, chance
              included.
            </p>
          </div>
        )}
      </div>
    </Group>
  );
}
