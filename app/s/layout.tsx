import type { ReactNode } from "react";
import { ThemeSwitch } from "@/components/shell/theme-switch";

/** No way into the workspace: whoever holds a link sees that plan alone. */
export default function SharedLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="print-hidden border-b border-line bg-surface">
        <div className="mx-auto flex h-12 max-w-4xl items-center justify-between px-4">
          <span className="flex items-center gap-2 font-semibold text-strong">
            {/* biome-ignore lint/performance/noImgElement: a small drawing needs no optimiser */}
            <img src="/icon.svg" alt="" width={22} height={22} />
            Slipway
          </span>
          <ThemeSwitch />
        </div>
      </header>
      <main id="main" className="mx-auto flex max-w-4xl flex-col gap-10 px-4 py-8">
        {children}
      </main>
    </>
  );
}
