import { fail, type Outcome, succeed } from "@/lib/contract/errors";
import defaults from "./model-config-defaults.json";
import { type Field, names } from "./model-config-names";

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
  /** The kind of model, `model_type`; that of the whole where the part that describes the language model has none. */
  type: string;
  /** A whole number from 0; of a list with an entry for each layer the mean. Null where it is not there or null. */
  count: (field: Field) => number | null;
  /** The entry of one layer, where a field has one for each. */
  each: (field: Field, layer: number) => number | null;
  /** A whole number from 1. */
  need: (field: Field, meaning: string, most?: number) => number;
  /** The field, or else what is assumed for it, of which the user is told. */
  assume: (field: Field, otherwise: number, why: string) => number;
  /** Any value, or else the default of the kind of model. */
  value: (name: string) => unknown;
  flag: (...names: string[]) => boolean;
  word: (name: string) => string;
  list: (name: string) => readonly unknown[] | null;
  /** The same for another part of the config, without defaults. */
  within: (part: Config) => Fields;
  /** What was not in the config: fields filled by the kind's default, and sentences on what was assumed. */
  filled: Set<string>;
  assumed: Set<string>;
  /** Refuses the config over one of its fields. */
  refuse: (field: string, wrong: string) => never;
};

/** No config has more; a mistyped number must not end as a figure. */
const most = 1e9;
const range = (least: number, limit: number): string =>
  `must be a whole number from ${least} to ${limit.toLocaleString("en-US")}`;
/** Fields in which makers write -1 for none. */
const unset = new Set<string>([...names.window, ...names.chunk, ...names.sparseEnd]);
const byType: Record<string, Config> = defaults.byType;

/** Defaults of a kind of model; the language model within a multimodal kind has its kind's name and `_text`. */
export const defaultsOf = (type: string): Config => byType[type] ?? byType[`${type}_text`] ?? {};
export const isDescribed = (type: string): boolean => Object.keys(defaultsOf(type)).length > 0;

/** Where the whole config leaves out layers or width, it is no config at all; nested ones do leave them out. */
const neverFilled: readonly Field[] = ["layers", "hiddenSize"];

type Options = { nested?: boolean; filled?: Set<string>; assumed?: Set<string>; noDefaults?: boolean };

export function fieldsOf(config: Config, type: string, options: Options = {}): Fields {
  const { filled = new Set(), assumed = new Set() } = options;
  const standard = options.noDefaults ? {} : defaultsOf(type);
  const checked = (name: string, value: unknown, least = 0, limit = most): number | null => {
    if (value === null || value === undefined || value === "auto" || (value === -1 && unset.has(name))) return null;
    if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > limit) {
      throw new ConfigFault(name, `is ${shown(value)}: ${range(least, limit)}`);
    }
    return value;
  };
  /** Null for a field that is there and null: that is said, and no default counts. */
  const search = (field: Field): { name: string; value: unknown } | null => {
    const present = names[field].find((name) => config[name] !== undefined && config[name] !== null);
    if (present !== undefined) return { name: present, value: config[present] };
    if (names[field].some((name) => config[name] === null)) return null;
    if (neverFilled.includes(field) && !options.nested) return null;
    const usual = names[field].find((name) => standard[name] !== undefined);
    if (usual === undefined) return null;
    filled.add(usual);
    return { name: usual, value: standard[usual] };
  };
  /** Each layer asks for the same fields; they are looked up once. */
  const seen = new Map<Field, ReturnType<typeof search>>();
  const found = (field: Field): ReturnType<typeof search> => {
    const known = seen.get(field);
    if (known !== undefined) return known;
    const entry = search(field);
    seen.set(field, entry);
    return entry;
  };
  const count = (field: Field, least = 0, limit = most): number | null => {
    const entry = found(field);
    if (!entry || !Array.isArray(entry.value)) return entry && checked(entry.name, entry.value, least, limit);
    const entries = entry.value.map((value) => checked(entry.name, value) ?? 0);
    return entries.length === 0 ? null : Math.round(entries.reduce((sum, value) => sum + value, 0) / entries.length);
  };
  const value = (name: string) => {
    if (config[name] !== undefined) return config[name];
    return standard[name];
  };
  const self: Fields = {
    config,
    type,
    count: (field) => count(field),
    filled,
    assumed,
    value,
    each: (field, layer) => {
      const entry = found(field);
      if (!entry || !Array.isArray(entry.value)) return entry && checked(entry.name, entry.value);
      return checked(entry.name, entry.value[layer]);
    },
    need: (field, meaning, limit = most) => {
      const number = count(field, 1, limit);
      const name = found(field)?.name ?? names[field].find((each) => each in config) ?? usualName(field);
      if (number === null) throw new ConfigFault(name, `is missing: ${range(1, limit)}, the ${meaning}`);
      if (number < 1 || number > limit) throw new ConfigFault(name, `is ${number}: ${range(1, limit)}`);
      return number;
    },
    assume: (field, otherwise, why) => {
      const number = count(field);
      if (number !== null && number > 0) return number;
      assumed.add(`\`${usualName(field)}\` is not there: taken as ${otherwise.toLocaleString("en-US")}, ${why}.`);
      return otherwise;
    },
    flag: (...flags) => flags.some((name) => value(name) === true),
    word: (name) => (typeof value(name) === "string" ? String(value(name)) : ""),
    list: (name) => {
      const entries = value(name);
      return Array.isArray(entries) ? entries : null;
    },
    within: (part) => fieldsOf(part, type, { nested: true, noDefaults: true, filled, assumed }),
    refuse: (field, wrong) => {
      throw new ConfigFault(field, wrong);
    },
  };
  return self;
}

/** The name to speak of a field by: the one Hugging Face's newer kinds have. */
const usualName = (field: Field): string =>
  names[field].find((name) => name.startsWith("num_hidden") || name.startsWith("hidden_size")) ?? names[field][0];

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
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
