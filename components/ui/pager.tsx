"use client";

import { Button } from "./button";

type PagerProps = {
  /** How many there are, in words: "1,485 rows". */
  count: string;
  page: number;
  pages: number;
  onPage: (page: number) => void;
};

/** How many entries a table has, and the way to those that are not on this page. */
export function Pager({ count, page, pages, onPage }: PagerProps) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p role="status" className="tabular text-muted">
        {count}
        {pages > 1 && `, page ${page} of ${pages}`}
      </p>
      {pages > 1 && (
        <span className="print-hidden flex gap-2">
          <Button size="sm" disabled={page <= 1} onClick={() => onPage(page - 1)}>
            Previous
          </Button>
          <Button size="sm" disabled={page >= pages} onClick={() => onPage(page + 1)}>
            Next
          </Button>
        </span>
      )}
    </div>
  );
}
