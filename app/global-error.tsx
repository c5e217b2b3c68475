"use client";

import "./globals.css";

/** Stands in for the layout itself, so it leans on nothing of ours. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Slipway could not start</title>
        <main className="mx-auto flex max-w-prose flex-col items-start gap-4 px-4 py-16">
          <h1>Slipway could not show this page</h1>
          <p>Nothing that was saved is lost. Try again; if it happens again, look at the server's log.</p>
          <button
            type="button"
            onClick={reset}
            className="min-h-10 rounded-md bg-accent px-4 font-medium text-on-accent"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
