import { Extension } from "@tiptap/core";

/**
 * Tab writes in lists (a step deeper) and in tables (the next cell, and a new row after the last), so it cannot be the
 * way out of the text. Escape is: the focus goes to the line under the text that says so, and Tab goes on from there
 * (WCAG 2.1.2).
 */
export const leavingByEscape = (leave: () => void): Extension =>
  Extension.create({
    name: "leavingByEscape",
    addKeyboardShortcuts: () => ({
      Escape: () => {
        leave();
        return true;
      },
    }),
  });
