"use client";

import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { ThemeSwitch } from "./theme-switch";

const rooms = [
  { href: "/", label: "Scenarios", holds: (path: string) => path === "/" || path.startsWith("/scenarios") },
  { href: "/compare", label: "Compare", holds: (path: string) => path.startsWith("/compare") },
  { href: "/catalogue", label: "Catalogue", holds: (path: string) => path.startsWith("/catalogue") },
  { href: "/accuracy", label: "Accuracy", holds: (path: string) => path.startsWith("/accuracy") },
  { href: "/api-docs", label: "API", holds: (path: string) => path.startsWith("/api-docs") },
];

/**
 * On a phone the rooms scroll sideways: the one that is open is never hidden. Not by `scrollIntoView`, from which the
 * Tab key goes on: the link that skips to the content would be passed over.
 */
function intoView(link: HTMLAnchorElement | null) {
  const bar = link?.closest("nav");
  if (!link || !bar) return;
  const [room, shown] = [link.getBoundingClientRect(), bar.getBoundingClientRect()];
  if (room.right > shown.right) bar.scrollLeft += room.right - shown.right;
  if (room.left < shown.left) bar.scrollLeft -= shown.left - room.left;
}

export function TopBar() {
  const path = usePathname();
  return (
    <header className="print-hidden sticky top-0 z-40 border-b border-line bg-surface">
      <div className="mx-auto flex h-12 max-w-[96rem] items-center gap-1 px-4 sm:gap-4 sm:px-6">
        <Link href="/" className="mr-2 flex items-center gap-2 font-semibold text-strong">
          {/* biome-ignore lint/performance/noImgElement: a small drawing needs no optimiser */}
          <img src="/icon.svg" alt="" width={22} height={22} />
          <span className="max-sm:sr-only">Slipway</span>
        </Link>
        <nav aria-label="Rooms" className="min-w-0 flex-1 overflow-x-auto">
          <ul className="flex gap-1">
            {rooms.map(({ href, label, holds }) => (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={holds(path) ? "page" : undefined}
                  ref={holds(path) ? intoView : undefined}
                  className={clsx(
                    "flex min-h-9 items-center rounded-md px-2 sm:px-3",
                    holds(path) ? "bg-sunken font-medium text-strong" : "text-muted hover:text-strong",
                  )}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeSwitch />
      </div>
    </header>
  );
}
