import clsx from "clsx";
import Link from "next/link";
import type { ButtonHTMLAttributes, ReactNode } from "react";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md";

const looks: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  secondary: "bg-surface text-strong border border-line-strong hover:bg-sunken",
  ghost: "text-strong hover:bg-sunken",
  danger: "bg-surface text-danger border border-danger hover:bg-danger-soft",
};
const sizes: Record<ButtonSize, string> = { sm: "min-h-8 px-2.5", md: "min-h-10 px-4" };

/** Nobody presses a button on paper. */
export const buttonLook = (variant: ButtonVariant, size: ButtonSize, className?: string): string =>
  clsx(
    "print-hidden inline-flex items-center justify-center gap-1.5 rounded-md font-medium transition-colors select-none",
    "disabled:opacity-55 disabled:pointer-events-none aria-busy:cursor-progress no-underline",
    looks[variant],
    sizes[size],
    className,
  );

type Look = { variant?: ButtonVariant; size?: ButtonSize };

export function Button({
  variant = "secondary",
  size = "md",
  busy = false,
  className,
  type = "button",
  ...rest
}: Look & { busy?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button type={type} aria-busy={busy || undefined} className={buttonLook(variant, size, className)} {...rest} />
  );
}

export function LinkButton({
  variant = "secondary",
  size = "md",
  href,
  className,
  children,
}: Look & { href: string; className?: string; children: ReactNode }) {
  return (
    <Link href={href} className={buttonLook(variant, size, className)}>
      {children}
    </Link>
  );
}
