import { fail, type Outcome, succeed } from "@/lib/contract/errors";

export type Config = Record<string, unknown>;
export const isConfig = (value: unknown): value is Config =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Signals a config field that is missing or unusable; caught where a config is read, never seen outside. */
class ConfigFault extends Error {
  constructor(
    readonly field: string,
    readonly wrong: string,
  ) {
    super(`\`model.config.${field}\` ${wrong}`);
  }
}

/** Reads the fields of a config.json under the names that different makers give them. */
export type Fields = {
  config: Config;
  /** A whole number from 1, under the first of these names that is there. */
  need: (names: readonly string[], meaning: string) => number;
  count: (...names: string[]) => number | null;
  flag: (...names: string[]) => boolean;
  word: (name: string) => string;
  list: (name: string) => readonly unknown[] | null;
  /** Refuses the config over one of its fields. */
  refuse: (field: string, wrong: string) => never;
};

export function fieldsOf(config: Config): Fields {
  const number = (name: string): number | null => {
    const value = config[name];
    if (value === null || value === undefined) return null;
    if (typeof value !== "number" || !Number.isFinite(value) || value < 0 || !Number.isInteger(value)) {
      throw new ConfigFault(name, `is ${JSON.stringify(value)}: must be a whole number from 0`);
    }
    return value;
  };
  const count = (...names: string[]) => {
    for (const name of names) {
      const value = number(name);
      if (value !== null) return value;
    }
    return null;
  };
  return {
    config,
    count,
    need: (names, meaning) => {
      const value = count(...names);
      const [name = ""] = names;
      if (value === null) throw new ConfigFault(name, `is missing: must give the ${meaning}`);
      if (value < 1) throw new ConfigFault(name, `is ${value}: must be a whole number from 1`);
      return value;
    },
    flag: (...names) => names.some((name) => config[name] === true),
    word: (name) => (typeof config[name] === "string" ? String(config[name]) : ""),
    list: (name) => {
      const value = config[name];
      return Array.isArray(value) ? value : null;
    },
    refuse: (field, wrong) => {
      throw new ConfigFault(field, wrong);
    },
  };
}

/** Runs a reading of a config; a fault in it becomes a value that names the field. */
export function readConfig<T>(read: () => T): Outcome<T> {
  try {
    return succeed(read());
  } catch (error) {
    if (error instanceof ConfigFault) return fail("INVALID_INPUT", error.message, `model.config.${error.field}`);
    throw error;
  }
}
