"use client";

import { useMutation } from "@tanstack/react-query";
import { type ComponentProps, useId, useState } from "react";
import { type Perspective, perspectives, type Scenario, type TestedPath, testedPaths } from "@/lib/contract/scenario";
import { useForm } from "../forms/draft-context";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Select } from "../ui/select";
import { Textarea } from "../ui/textarea";
import { Group } from "./group";
import { type Asked, askEngine, type RatingsAnswer } from "./ratings-answer";
import { likelyGood, readRatings } from "./ratings-file";
import { RatingsOutcome } from "./ratings-outcome";

const measures = [
  { value: "krippendorff", label: "Krippendorff's α" },
  { value: "fleiss", label: "Fleiss' κ" },
  { value: "cohen", label: "Cohen's κ (two judges)" },
];
const levels = [
  { value: "nominal", label: "Categories" },
  { value: "ordinal", label: "Ranks (1 to 5)" },
  { value: "interval", label: "Numbers" },
  { value: "ratio", label: "Numbers from zero" },
];
const layouts = [
  { value: "auto", label: "Layout: found out" },
  { value: "wide", label: "A judge in each column" },
  { value: "long", label: "A rating in each row" },
];
const options = <T extends string>(labels: Record<T, string>) =>
  (Object.entries(labels) as [T, string][]).map(([value, label]) => ({ value, label: label.split(":")[0] ?? label }));

const nobody = "none";

/** Real ratings, pasted from a sheet or read from a file: do the judges agree, and what do the answers score? */
export function RatingsImport({ scenario }: { scenario: Scenario }) {
  const { store } = useForm();
  const [text, setText] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked>({
    layout: "auto",
    measure: "krippendorff",
    level: "nominal",
    good: "",
    perspective: "accuracy",
    judge: null,
  });
  const [path, setPath] = useState<TestedPath>("all");
  const [kept, setKept] = useState(false);
  const ids = { file: useId(), text: useId(), good: useId() };
  const found = text.trim() === "" ? null : readRatings(text, asked.layout);
  const sheet = found?.ok ? found.sheet : null;
  const work = useMutation({ mutationFn: askEngine });
  const change = (changes: Partial<Asked>) => {
    setAsked({ ...asked, ...changes });
    work.reset();
    setKept(false);
  };
  const take = (content: string) => {
    setText(content);
    work.reset();
    setKept(false);
    setFault(null);
    const read = content.trim() === "" ? null : readRatings(content, asked.layout);
    if (read?.ok) setAsked({ ...asked, judge: null, good: likelyGood(read.sheet) });
  };
  const start = () => {
    if (!found?.ok) {
      setFault(found?.message ?? "There is no rating yet.");
      return;
    }
    setFault(null);
    setKept(false);
    work.mutate({ sheet: found.sheet, asked, evaluation: scenario.evaluation });
  };
  const keep = (answers: readonly RatingsAnswer[]) => {
    const rows = answers.flatMap(({ perspective, score, coefficient }) =>
      score
        ? [
            {
              perspective,
              path,
              items: score.items,
              passed: Math.min(score.items, score.passed),
              agreement: coefficient === undefined ? null : Math.round(coefficient * 1000) / 1000,
            },
          ]
        : [],
    );
    const others = store
      .getState()
      .document.evaluation.results.filter(
        (row) => !rows.some((each) => each.perspective === row.perspective && each.path === row.path),
      );
    store.getState().setValue("evaluation.results", [...others, ...rows]);
    setKept(true);
  };
  const named = sheet?.tables.some(({ perspective }) => perspective !== null) ?? false;
  return (
    <Group
      title="Real ratings"
      lead="Paste ratings, or choose a CSV file: an answer in each row and a judge in each column, or a row for each rating with the columns item, judge, rating and, if you like, perspective. Names and words stay in your browser; only the numbers are worked out on the server and nothing is stored, unless you keep the result in the plan."
    >
      <div className="print-hidden flex max-w-2xl flex-col gap-3">
        <label htmlFor={ids.text} className="font-medium text-strong">
          Ratings
        </label>
        <Textarea
          id={ids.text}
          rows={5}
          value={text}
          placeholder={"1,1,0\n0,0,0\n1,,1"}
          onChange={({ target }) => take(target.value)}
        />
        <div>
          <label
            htmlFor={ids.file}
            className="inline-flex min-h-6 cursor-pointer text-accent underline underline-offset-2"
          >
            Choose a file
          </label>
          <input
            id={ids.file}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            className="sr-only"
            onChange={async ({ target }) => take((await target.files?.[0]?.text()) ?? "")}
          />
        </div>
        <div className="grid gap-3 sm:grid-cols-2">
          <Choice
            label="Layout of the ratings"
            value={asked.layout}
            onChange={(layout) => change({ layout: layout as Asked["layout"] })}
            options={layouts}
          />
          <Choice
            label="Measure of agreement"
            value={asked.measure}
            onChange={(measure) => change({ measure: measure as Asked["measure"] })}
            options={measures}
          />
          {asked.measure === "krippendorff" && (
            <Choice
              label="Kind of rating"
              value={asked.level}
              onChange={(level) => change({ level: level as Asked["level"] })}
              options={levels}
            />
          )}
          {!named && (
            <Choice
              label="Perspective that was judged"
              value={asked.perspective}
              onChange={(perspective) => change({ perspective: perspective as Perspective })}
              options={options(perspectives)}
            />
          )}
          {sheet && sheet.judges.length > 1 && (
            <Choice
              label="Judging model among the judges"
              value={asked.judge === null ? nobody : String(asked.judge)}
              onChange={(judge) => change({ judge: judge === nobody ? null : Number(judge) })}
              options={[
                { value: nobody, label: "All judges are people" },
                ...sheet.judges.slice(0, 50).map((name, at) => ({ value: String(at), label: `${name} is a model` })),
              ]}
            />
          )}
        </div>
        <div className="flex flex-col gap-1">
          <label htmlFor={ids.good} className="font-medium text-strong">
            An answer is good from
          </label>
          <Input
            id={ids.good}
            value={asked.good}
            placeholder="4, or: good, acceptable"
            onChange={({ target }) => change({ good: target.value })}
          />
          <p className="text-xs text-muted">A number, or the words that say so. Empty: only agreement is worked out.</p>
        </div>
        <div>
          <Button disabled={text.trim() === "" || work.isPending} onClick={start}>
            Work out agreement
          </Button>
        </div>
      </div>
      <div aria-live="polite" className="flex flex-col gap-3">
        {(fault ?? work.error?.message) && <p className="text-danger">{fault ?? work.error?.message}</p>}
        {sheet && (
          <p className="text-muted">
            Read as {sheet.layout === "long" ? "a rating in each row" : "a judge in each column"}: {sheet.items}{" "}
            answers, {sheet.judges.length} {sheet.judges.length === 1 ? "judge" : "judges"}.
          </p>
        )}
        {work.data && (
          <RatingsOutcome
            answers={work.data}
            measure={measures.find(({ value }) => value === asked.measure)?.label ?? ""}
          />
        )}
        {work.data?.some(({ score }) => score) && (
          <div className="print-hidden flex flex-wrap items-center gap-3">
            <Select
              aria-label="Way that was tested"
              value={path}
              onChange={(way) => setPath(way as TestedPath)}
              options={options(testedPaths)}
            />
            <Button variant="secondary" onClick={() => keep(work.data ?? [])}>
              Keep the result in the plan
            </Button>
            {kept && <span className="text-good">Kept: it now decides go or no-go.</span>}
          </div>
        )}
      </div>
    </Group>
  );
}

/** A list with its words above it. */
function Choice({ label, ...select }: ComponentProps<typeof Select> & { label: string }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-strong">
        {label}
      </label>
      <Select id={id} {...select} />
    </div>
  );
}
