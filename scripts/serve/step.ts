const started = performance.now();
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Does one step of the start and tells how long it took, as a person is waiting. */
export async function step<T>(title: string, work: () => Promise<T>, outcome?: (value: T) => string): Promise<T> {
  const since = performance.now();
  const value = await work();
  const words = outcome?.(value) ?? "";
  console.log(`  ${title.padEnd(12)} ${words.padEnd(44)} ${seconds(since).padStart(7)}`);
  return value;
}

export const sinceStart = (): string => seconds(started);
