import { expect, it } from "vitest";
import { connectionOptions } from "#db/connection-options.ts";

it("leaves an address to postgres.js that it understands itself", () => {
  for (const url of ["postgres://me:secret@db.example:5433/leerlus?sslmode=require", "postgresql://a:1,b:2/leerlus"]) {
    expect(connectionOptions(url)).toEqual({ url, address: {} });
  }
});

it.each([
  ["postgres:///leerlus?host=%2Frun%2Fmy%20db&port=5433&user=me", "/run/my db", 5433, "me", ""],
  ["postgres://me:p%40ss@/leerlus?host=/cloudsql/a:b:c", "/cloudsql/a:b:c", 5432, "me", "p@ss"],
  ["postgresql://me@%2Frun%2Fpostgresql/leerlus", "/run/postgresql", 5432, "me", ""],
  ["postgres:///leerlus?host=db.example&user=me&password=p+q", "db.example", 5432, "me", "p q"],
])("reads %s as psql does", (given, host, port, user, password) => {
  const { url, address } = connectionOptions(given);
  expect(address).toEqual({ host, port, user, password });
  expect(new URL(url).pathname).toBe("/leerlus");
});

it("keeps what is meant for the server", () => {
  expect(connectionOptions("postgres:///leerlus?host=/run&sslmode=disable").url).toBe(
    "postgres:///leerlus?sslmode=disable",
  );
});

it("names the form, never the address, when it is none", () => {
  for (const url of ["mysql://me:secret@host/db", "secret", "", "postgres://me:secret@[/x?host=/run"]) {
    expect(() => connectionOptions(url)).toThrow(
      /^The database address must look like postgres:\/\/user:password@host:5432\/name\.$/,
    );
  }
});
