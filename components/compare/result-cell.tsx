import { format, significant } from "@/lib/format";
import { Figure } from "../figures/figure";
import { Icon } from "../ui/icons";
import type { NumberRow, Reading } from "./rows";
import { differenceFrom } from "./standing";
import { workingPath } from "./use-columns";

const signed = (text: string, value: number): string => (value > 0 ? `+${text}` : text);

type ResultCellProps = {
  row: NumberRow;
  reading: Reading | null;
  baseline: Reading | null;
  isBaseline: boolean;
  best: boolean;
  column: number;
};

/** A figure, whether it is the best of its row, and how far it stands from the baseline's. */
export function ResultCell({ row, reading, baseline, isBaseline, best, column }: ResultCellProps) {
  if (!reading) return <span className="text-muted">–</span>;
  const difference = isBaseline ? null : differenceFrom(baseline, reading);
  const { low, high, value, path } = reading;
  return (
    <span className="inline-flex flex-col items-end">
      <span className="inline-flex items-center gap-1">
        {best && (
          <span className="inline-flex items-center text-good">
            <Icon name="check" className="size-3.5" />
            <span className="sr-only">Best: </span>
          </span>
        )}
        <span className={best ? "font-semibold" : ""}>
          <Figure
            value={value}
            unit={row.unit}
            label={row.title}
            {...(low !== undefined && high !== undefined && low !== high && { range: { low, mid: value, high } })}
            {...(path !== null && { path: workingPath(column, path) })}
          />
        </span>
      </span>
      {difference && difference.absolute !== 0 && (
        <span className="text-xs text-muted">
          {signed(format(difference.absolute, row.unit), difference.absolute)}
          {difference.share !== null && ` (${signed(`${significant(difference.share * 100, 2)}%`, difference.share)})`}
        </span>
      )}
    </span>
  );
}
