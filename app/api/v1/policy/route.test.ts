import { describe, expect, test } from "vitest";
import { roundDocument } from "@/lib/engine/testing/scenario";
import { POST } from "./route";

const real = {
  ...roundDocument,
  paths: {
    ...roundDocument.paths,
    api: {
      ...roundDocument.paths.api,
      provider: "openai",
      model: "gpt-4o",
    },
    selfHosted: { ...roundDocument.paths.selfHosted, model: "Qwen/Qwen2.5-7B-Instruct" },
  },
};
const ask = (query: string, body: object) =>
  POST(
    new Request(`http://localhost/api/v1/policy${query}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
    { params: Promise.resolve({}) },
  );
const withOffer = (document: typeof real) => {
  const { acquisition } = document.paths.selfHosted;
  const offer = acquisition.kind === "rent" ? { ...acquisition, offerId: "aws/p5.48xlarge@us-east-1" } : acquisition;
  return {
    ...document,
    paths: { ...document.paths, selfHosted: { ...document.paths.selfHosted, acquisition: offer } },
  };
};

describe("the policy of a document that is not stored", () => {
  test("is Markdown unless a PDF is asked for, with the provider's own terms", async () => {
    const answer = await ask("", { scenario: withOffer(real) });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toMatch(/^text\/markdown/);
    const text = await answer.text();
    expect(text).toMatch(/^# Data usage: Round numbers/);
    expect(text).toContain("OpenAI, data controls in the OpenAI platform");
  });

  test("as PDF is a file to keep", async () => {
    const answer = await ask("?format=pdf", { scenario: withOffer(real) });
    expect(answer.headers.get("content-disposition")).toContain("data-usage-policy.pdf");
    const bytes = Buffer.from(await answer.arrayBuffer()).toString("latin1");
    expect(bytes.startsWith("%PDF-1.4")).toBe(true);
    expect(bytes.trimEnd().endsWith("%%EOF")).toBe(true);
  });

  test("names what is wrong with a request", async () => {
    const wrong = await ask("?format=docx", { scenario: withOffer(real) });
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({ path: "format" });
    const broken = await ask("", {
      scenario: { ...withOffer(real), privacy: { ...real.privacy, protection: "magic" } },
    });
    expect(broken.status).toBe(422);
    expect(await broken.json()).toMatchObject({ path: "scenario.privacy.protection" });
  });
});
