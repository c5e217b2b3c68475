"use client";

import type { DefaultValue } from "@/lib/contract/catalogue";
import type { FieldMeta } from "@/lib/contract/field";
import { Icon } from "../ui/icons";
import { Popover } from "../ui/popover";
import { amountText, amountWithUnit } from "./amount";
import { valueText } from "./default-text";

type About = { path: string; words: FieldMeta; standard: DefaultValue | undefined };

/** What a field means, what it may hold, and where its default was read. */
export function FieldAbout({ path, words, standard }: About) {
  const { title, description, minimum, maximum, unit } = words;
  return (
    <Popover label={`About ${title}`} title={title} trigger={<Icon name="info" className="size-3.5" />}>
      <div className="flex max-w-80 flex-col gap-2 text-sm">
        <p>{description}</p>
        {minimum !== undefined && maximum !== undefined && (
          <p className="tabular text-muted">
            Allowed: {amountText(minimum, unit)} to {amountWithUnit(maximum, unit)}
          </p>
        )}
        {standard && <DefaultOrigin path={path} standard={standard} />}
      </div>
    </Popover>
  );
}

function DefaultOrigin({ path, standard: { value, why, source, basis } }: { path: string; standard: DefaultValue }) {
  return (
    <div className="border-line border-t pt-2">
      <p>
        <span className="text-muted">Default: </span>
        <span className="tabular text-strong">{valueText(path, value)}</span>
      </p>
      <p>{why}</p>
      <p className="text-muted">
        {basis === "assumption" ? "An assumption of ours, " : "Source: "}
        {source.url ? (
          <a className="text-accent underline" href={source.url} target="_blank" rel="noreferrer">
            {source.title}
          </a>
        ) : (
          basis !== "assumption" && source.title
        )}
        {basis === "source" && ", "}
        as of {source.asOf}
      </p>
    </div>
  );
}
