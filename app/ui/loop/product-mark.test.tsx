import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LoopMark } from "./loop-mark.tsx";
import { ProductMark } from "./product-mark.tsx";

test("the sign in the header is the loop walked once, in whole units", () => {
  const drawn = renderToStaticMarkup(<LoopMark className="size-7" />);
  const inWholeUnits = drawn.replace(/ d="[^"]+"/g, (line) =>
    line.replace(/-?\d+(\.\d+)?/g, (number) => String(Math.round(Number(number)) + 0)),
  );
  expect(renderToStaticMarkup(<ProductMark className="size-7" />)).toBe(inWholeUnits);
});
