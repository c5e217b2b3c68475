"use client";

import { useQueryStates } from "nuqs";
import { useTransition } from "react";
import { accuracyAddress } from "./address";

/** The address, and whether the page for it is on its way from the server. */
export function useAccuracyAddress() {
  const [pending, startTransition] = useTransition();
  const [address, setAddress] = useQueryStates(accuracyAddress, { shallow: false, scroll: false, startTransition });
  return { address, setAddress, pending };
}
export type Address = ReturnType<typeof useAccuracyAddress>;
