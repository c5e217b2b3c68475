import { describe, expect, test } from "vitest";
import packageJson from "../../package.json";
import { loadReferenceData } from "./load";
import { packageSource } from "./price-package";

describe("reference data", () => {
  test("is read once per process", async () => {
    expect(await loadReferenceData()).toBe(await loadReferenceData());
  });

  test("carries the date of its newest entry and a hash that moves with its content", async () => {
    const shipped = await loadReferenceData();
    expect(shipped.version).toMatch(/^2026-\d{2}-\d{2}-[0-9a-f]{8}$/);
    const fewer = await loadReferenceData({ values: shipped.values.slice(1) });
    expect(fewer.version).not.toBe(shipped.version);
    expect((await loadReferenceData({ values: shipped.values })).version).toBe(shipped.version);
  });

  test("takes other tables in place of the shipped ones", async () => {
    const { accelerators, models } = await loadReferenceData();
    const small = await loadReferenceData({ accelerators: accelerators.slice(0, 3), models: models.slice(0, 1) });
    expect(small.accelerators).toHaveLength(3);
    expect(small.findAccelerator("nvidia-h100-sxm")).toMatchObject({ ok: false, code: "UNKNOWN_ACCELERATOR" });
    expect(small.findModel(models[0]?.id ?? "")).toMatchObject({ ok: true });
  });

  test("gives values by id, and throws on an id that does not exist, as only our own code asks", async () => {
    const { value } = await loadReferenceData();
    expect(value("electricity.commercial.us-new-england")).toMatchObject({ value: 0.2274, unit: "USD/kWh" });
    expect(() => value("electricity.commercial.atlantis")).toThrow("electricity.commercial.atlantis");
  });

  test("names the version of the price package that is installed", () => {
    expect(packageSource.title).toBe(`@pydantic/genai-prices ${packageJson.dependencies["@pydantic/genai-prices"]}`);
  });
});
