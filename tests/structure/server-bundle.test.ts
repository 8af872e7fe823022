import type { Metafile } from "esbuild";
import { describe, expect, test } from "vitest";
import { mendedFiles } from "../../scripts/mended-packages.mjs";
import { serverBundleFaults } from "../../scripts/server-bundle-faults.mjs";

type Output = Metafile["outputs"][string];

const output = (modules: string[], imports: Output["imports"] = [], bytes = 1000): Output => ({
  bytes,
  imports,
  exports: [],
  inputs: Object.fromEntries(modules.map((path) => [path, { bytesInOutput: 1 }])),
});
const YJS = "node_modules/yjs/dist/yjs.mjs";
const MENDED = mendedFiles.map((path) => path.slice(1));
const good = {
  "build/server/main.js": output(
    ["server/main.ts"],
    [
      { path: "build/server/chunk-A.js", kind: "import-statement" },
      { path: "build/server/nodemailer-B.js", kind: "dynamic-import" },
    ],
  ),
  "build/server/pages.js": output([], [{ path: "build/server/chunk-A.js", kind: "import-statement" }]),
  "build/server/chunk-A.js": output([YJS, ...MENDED]),
  "build/server/nodemailer-B.js": output(["node_modules/nodemailer/lib/nodemailer.js"], [], 9_000_000),
};

describe("the bundle of the server", () => {
  test("is right with one Yjs, and may hold anything that a start does not read", () => {
    expect(serverBundleFaults({ outputs: good })).toEqual([]);
  });

  test("is refused with Yjs twice, or in both its forms", () => {
    const twice = { ...good, "build/server/yjs.worker.js": output(["node_modules/yjs/dist/yjs.cjs"]) };
    expect(serverBundleFaults({ outputs: twice })).toEqual(["Yjs is in the server bundle 2 times, not once."]);
  });

  test("is refused when a package comes in another form than the one that is mended", () => {
    const other = { ...good, "build/server/chunk-A.js": output([YJS, "node_modules/postgres/cjs/src/index.js"]) };
    expect(serverBundleFaults({ outputs: other })).toEqual(
      mendedFiles.map((file) => expect.stringContaining(`${file} is not in the server bundle`)),
    );
  });

  test("is refused when every start reads the mail client, also through a shared file", () => {
    const early = {
      ...good,
      "build/server/chunk-A.js": output([YJS, ...MENDED, "node_modules/nodemailer/lib/nodemailer.js"]),
    };
    expect(serverBundleFaults({ outputs: early })).toEqual([
      "Every start reads nodemailer; import it where it is used.",
    ]);
  });

  test("is refused when a start reads too much", () => {
    const large = { ...good, "build/server/chunk-A.js": output([YJS, ...MENDED], [], 6_000_000) };
    expect(serverBundleFaults({ outputs: large })).toEqual([expect.stringMatching(/^A start reads \d+ kB of code/)]);
  });
});
