"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import { useCreateScenario } from "@/lib/client/scenarios";
import { dataClasses, useCases } from "@/lib/contract/scenario";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { RadioCards } from "./radio-cards";
import {
  keepAnswers,
  noAnswers,
  problemOfDataClass,
  problemOfRequests,
  problemOfUseCase,
  recallAnswers,
  startAnswers,
  type TypedAnswers,
} from "./start-answers";

const dataNotes: Record<keyof typeof dataClasses, string> = {
  public: "Already on the web, or could be",
  internal: "For colleagues only; harmless if one text leaked",
  confidential: "Contracts, prices, source code",
  personal: "Names, addresses, messages of people",
  special: "Health, beliefs, biometrics",
  payment: "Card numbers",
};
const useCaseOptions = Object.entries(useCases).map(([value, label]) => ({ value, label }));
const dataOptions = Object.entries(dataClasses).map(([value, label]) => ({
  value,
  label,
  note: dataNotes[value as keyof typeof dataClasses],
}));

function useStart() {
  const router = useRouter();
  const create = useCreateScenario();
  const form = useForm<TypedAnswers>({ defaultValues: noAnswers, mode: "onTouched" });
  const { reset, subscribe, handleSubmit } = form;
  useEffect(() => reset(recallAnswers()), [reset]);
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => keepAnswers(values) }),
    [subscribe],
  );
  const submit = handleSubmit((typed) => {
    const start = startAnswers(typed);
    if (!start) return;
    create.mutate(
      { start },
      {
        onSuccess: ({ id }) => {
          keepAnswers(null);
          router.push(`/scenarios/${id}`);
        },
      },
    );
  });
  return { form, submit, create };
}

/** Three questions, then a whole scenario. Everything else has a default with its source. */
export function StartForm() {
  const { form, submit, create } = useStart();
  const { register, formState } = form;
  const { useCase, requestsPerDay, dataClass } = formState.errors;
  const busy = create.isPending || create.isSuccess;
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6" aria-label="Plan a new deployment">
      <RadioCards
        legend="1. What is it for?"
        options={useCaseOptions}
        field={register("useCase", { validate: (value) => problemOfUseCase(value) ?? true })}
        problem={useCase?.message}
      />
      <div className="flex flex-col gap-2">
        <label htmlFor="start-requests" className="font-semibold text-strong">
          2. How many requests a day?
        </label>
        <div className="max-w-60">
          <Input
            id="start-requests"
            inputMode="decimal"
            autoComplete="off"
            unit="a day"
            invalid={requestsPerDay !== undefined}
            aria-describedby="start-requests-note"
            {...register("requestsPerDay", { validate: (typed) => problemOfRequests(typed) ?? true })}
          />
        </div>
        <p
          id="start-requests-note"
          role={requestsPerDay ? "alert" : undefined}
          className={requestsPerDay ? "text-danger" : "text-muted"}
        >
          {requestsPerDay?.message ?? "Calls to the model on an average day: 2,000 chats of 3 turns are 6k."}
        </p>
      </div>
      <RadioCards
        legend="3. How sensitive is the data?"
        options={dataOptions}
        field={register("dataClass", { validate: (value) => problemOfDataClass(value) ?? true })}
        problem={dataClass?.message}
      />
      {create.error && (
        <Notice tone="danger" role="alert" title="The scenario could not be made">
          {create.error.message} What you answered is kept.
        </Notice>
      )}
      <div>
        <Button type="submit" variant="primary" busy={busy} disabled={busy}>
          {busy ? "Working it out …" : "Show me the answer"}
        </Button>
      </div>
    </form>
  );
}
