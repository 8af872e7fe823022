import { defineConfig } from "drizzle-kit";

/** `npx drizzle-kit generate --name what_changes` writes the next SQL file; it is read and, where needed, edited before it lands. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/*/tables.ts",
  out: "./db/migrations",
});
