"use client";

import { useMutation } from "@tanstack/react-query";
import type { Scenario } from "@/lib/contract/scenario";

/** The policy of a document as it stands on the screen, as a PDF that the server makes. */
export function usePolicyPdf() {
  return useMutation({
    mutationFn: async (scenario: Scenario): Promise<Blob> => {
      const answer = await fetch("/api/v1/policy?format=pdf", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ scenario }),
      });
      if (!answer.ok) throw new Error("The server could not make the file. Try again, or take the Markdown.");
      return answer.blob();
    },
  });
}
