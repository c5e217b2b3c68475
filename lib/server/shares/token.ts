import { createHash, randomBytes } from "node:crypto";

/** 256 random bits, 43 characters that need no escaping in an address. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of a token: whoever reads the database cannot open a link with it. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
