// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Scenario } from "@/lib/contract/scenario";
import { useEstimate } from "./estimate";

const document = (name: string) => ({ name }) as Scenario;
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);

/** Answers each estimate with the name it was asked about, after a while. */
function stubServer(answer: (name: string) => Response): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (_path: string, { body }: RequestInit) => {
    const { scenario } = JSON.parse(String(body)) as { scenario: Scenario };
    asked.push(scenario.name);
    await new Promise((done) => setTimeout(done, 20));
    return answer(scenario.name);
  });
  return asked;
}
const estimated = (name: string) => Response.json({ ok: true, kind: "scenario", result: { of: name } });

afterEach(() => void vi.unstubAllGlobals());

describe("the estimate of what is typed", () => {
  test("follows typing: asks once for the last state, and shows the figures before until then", async () => {
    const asked = stubServer(estimated);
    const { result, rerender } = renderHook(({ name }) => useEstimate(document(name)), {
      wrapper,
      initialProps: { name: "a" },
    });
    await waitFor(() => expect(result.current.result).toEqual({ of: "a" }));
    for (const name of ["ab", "abc", "abcd"]) rerender({ name });
    expect(result.current.result).toEqual({ of: "a" });
    expect(result.current.behind).toBe(true);
    await waitFor(() => expect(result.current.result).toEqual({ of: "abcd" }));
    expect(asked).toEqual(["a", "abcd"]);
  });

  test("hands on why the engine refused", async () => {
    stubServer(() =>
      Response.json(
        { ok: false, error: { code: "UNKNOWN_MODEL", message: "no such model", path: "paths.selfHosted.model" } },
        { status: 422 },
      ),
    );
    const stable = document("x");
    const { result } = renderHook(() => useEstimate(stable), { wrapper });
    await waitFor(() => expect(result.current.error).not.toBeNull());
    expect(result.current.error).toMatchObject({ code: "UNKNOWN_MODEL", path: "paths.selfHosted.model" });
    expect(result.current.error?.message).toBe("no such model");
  });

  test("asks nothing about a document that does not validate", async () => {
    const asked = stubServer(estimated);
    const { result } = renderHook(() => useEstimate(undefined), { wrapper });
    await act(() => new Promise((done) => setTimeout(done, 200)));
    expect(asked).toEqual([]);
    expect(result.current.result).toBeUndefined();
  });
});
