import type { AccuracyView } from "@/lib/contract/accuracy";
import { Disclosure } from "../ui/disclosure";

/** Rows that are not scored, by reason: for a fault of the measurement, never for being far off. */
export function Excluded({ excluded }: { excluded: AccuracyView["excluded"] }) {
  const count = excluded.reduce((sum, { ids }) => sum + ids.length, 0);
  return (
    <section aria-labelledby="accuracy-excluded" className="flex flex-col gap-2">
      <h2 id="accuracy-excluded">Rows not scored</h2>
      {count === 0 ? (
        <p className="text-muted">Every measurement is scored.</p>
      ) : (
        <>
          <p className="max-w-prose text-muted">
            {count} {count === 1 ? "row is" : "rows are"} left aside for a fault of the measurement itself; none for
            being far off.
          </p>
          {excluded.map(({ reason, ids }) => (
            <Disclosure key={reason} summary={`${reason} (${ids.length})`}>
              <ul className="flex flex-wrap gap-x-4 gap-y-1 pl-5 text-xs text-muted">
                {ids.map((id) => (
                  <li key={id} className="break-all">
                    {id}
                  </li>
                ))}
              </ul>
            </Disclosure>
          ))}
        </>
      )}
    </section>
  );
}
