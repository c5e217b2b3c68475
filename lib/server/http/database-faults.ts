/**
 * Codes that mean "not now", not "the query was wrong": Prisma's own (P1… not reachable, P2024 pool exhausted, P2028 and
 * P2034 transaction timed out or lost a race, P2037 too many connections), Node's, and PostgreSQL's classes 08
 * (connection), 40 (rolled back), 53 (resources) and 57 (shut down, starting up, statement timed out).
 */
const unavailableCodes =
  /^(P1000|P1001|P1002|P1008|P1011|P1017|P2024|P2028|P2034|P2037|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08\w{3}|40\w{3}|53\w{3}|57\w{3})$/;
const unavailableWords =
  /Connection terminated|Can't reach database|timeout exceeded when trying to connect|server closed the connection|Server has closed the connection/i;

type Fault = {
  code?: unknown;
  originalCode?: unknown;
  message?: unknown;
  cause?: unknown;
  errors?: unknown;
  meta?: unknown;
};

const nested = ({ cause, errors, meta }: Fault): unknown[] => [
  cause,
  ...(Array.isArray(errors) ? errors : []),
  (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError,
];

/** Whether an error, or any error it was caused by, says that the database is away. */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 6) return false;
  const fault = error as Fault;
  const named = [fault.code, fault.originalCode].some(
    (code) => typeof code === "string" && unavailableCodes.test(code),
  );
  const worded = typeof fault.message === "string" && unavailableWords.test(fault.message);
  return named || worded || nested(fault).some((each) => isDatabaseUnavailable(each, depth + 1));
}
