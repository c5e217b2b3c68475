import type { TextareaHTMLAttributes } from "react";
import { fieldLook } from "./input";

export function Textarea({
  invalid,
  className,
  rows = 3,
  ...rest
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { invalid?: boolean }) {
  return (
    <textarea rows={rows} aria-invalid={invalid || undefined} className={fieldLook(invalid, className)} {...rest} />
  );
}
