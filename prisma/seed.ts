import { engineContext, today } from "@/lib/server/context";
import { closeDatabase, database } from "@/lib/server/database/client";
import { columnsOf } from "@/lib/server/scenarios/columns";
import { templates } from "@/lib/templates";

const marker = "examples";

/**
 * Loads the gallery's plans as examples, once in the life of a database: examples that were deleted do not come back.
 * The marker and the examples are one transaction, so of several servers that start at once one loads them, and a
 * crash leaves all or nothing. Gives the number of examples loaded.
 */
export async function seedExamples(now = new Date()): Promise<number> {
  const done = await database().appMeta.findUnique({ where: { key: marker } });
  if (done) return 0;
  const { reference } = await engineContext();
  const gallery = templates(reference, today(now));
  const rows: (Awaited<ReturnType<typeof columnsOf>> & { templateId: string; updatedAt: Date })[] = [];
  for (const [index, { id, scenario }] of gallery.entries()) {
    // A second apart, so that the list shows them in the gallery's order.
    rows.push({ ...(await columnsOf(scenario)), templateId: id, updatedAt: new Date(now.getTime() - index * 1000) });
  }
  return database().$transaction(async (transaction) => {
    const value = { loadedAt: now.toISOString(), templateIds: gallery.map(({ id }) => id) };
    const claimed = await transaction.appMeta.createMany({ data: [{ key: marker, value }], skipDuplicates: true });
    if (claimed.count === 0) return 0;
    return (await transaction.scenario.createMany({ data: rows })).count;
  });
}

if (process.argv[1]?.endsWith("prisma/seed.ts")) {
  const count = await seedExamples();
  console.log(count === 0 ? "The examples were loaded before." : `${count} examples loaded.`);
  await closeDatabase();
}
