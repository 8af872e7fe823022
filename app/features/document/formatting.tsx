import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  Bold,
  Heading2,
  Heading3,
  Italic,
  Link2,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Quote,
  Redo2,
  Table,
  Undo2,
} from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { classNames } from "#app/ui/class-names.ts";
import { LinkForm } from "./link-form.tsx";
import { TableButtons } from "./table-buttons.tsx";

interface Command {
  name:
    | "bold"
    | "italic"
    | "heading2"
    | "heading3"
    | "bullets"
    | "numbered"
    | "tasks"
    | "quote"
    | "table"
    | "undo"
    | "redo";
  icon: LucideIcon;
  keys?: string;
  run: (editor: Editor) => boolean;
  active?: (editor: Editor) => boolean;
}

const COMMANDS: readonly Command[] = [
  {
    name: "bold",
    icon: Bold,
    keys: "Control+B",
    run: (e) => e.chain().focus().toggleBold().run(),
    active: (e) => e.isActive("bold"),
  },
  {
    name: "italic",
    icon: Italic,
    keys: "Control+I",
    run: (e) => e.chain().focus().toggleItalic().run(),
    active: (e) => e.isActive("italic"),
  },
  {
    name: "heading2",
    icon: Heading2,
    keys: "Control+Alt+2",
    run: (e) => e.chain().focus().toggleHeading({ level: 2 }).run(),
    active: (e) => e.isActive("heading", { level: 2 }),
  },
  {
    name: "heading3",
    icon: Heading3,
    keys: "Control+Alt+3",
    run: (e) => e.chain().focus().toggleHeading({ level: 3 }).run(),
    active: (e) => e.isActive("heading", { level: 3 }),
  },
  {
    name: "bullets",
    icon: List,
    run: (e) => e.chain().focus().toggleBulletList().run(),
    active: (e) => e.isActive("bulletList"),
  },
  {
    name: "numbered",
    icon: ListOrdered,
    run: (e) => e.chain().focus().toggleOrderedList().run(),
    active: (e) => e.isActive("orderedList"),
  },
  {
    name: "tasks",
    icon: ListChecks,
    run: (e) => e.chain().focus().toggleTaskList().run(),
    active: (e) => e.isActive("taskList"),
  },
  {
    name: "quote",
    icon: Quote,
    run: (e) => e.chain().focus().toggleBlockquote().run(),
    active: (e) => e.isActive("blockquote"),
  },
  {
    name: "table",
    icon: Table,
    run: (e) => e.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  { name: "undo", icon: Undo2, keys: "Control+Z", run: (e) => e.chain().focus().undo().run() },
  { name: "redo", icon: Redo2, keys: "Control+Y", run: (e) => e.chain().focus().redo().run() },
];

/**
 * The mark-up of the text as a toolbar: one stop for the Tab key, arrows within (WAI-ARIA toolbar pattern). The icons
 * carry their words as a label and a tooltip, because beside eleven words the text itself would be lost.
 */
export function Formatting({ editor }: { editor: Editor }) {
  const { t } = useTranslation("live");
  const [linking, setLinking] = useState(false);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => COMMANDS.map((command) => command.active?.(now) ?? false),
    equalityFn: (before, after) => before?.join() === after?.join(),
  });
  const inTable = useEditorState({ editor, selector: ({ editor: now }) => now.isActive("table") });
  const bar = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...(bar.current?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
    const from = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = event.key === "Home" ? 0 : event.key === "End" ? buttons.length - 1 : step ? from + step : -1;
    const next = buttons[(to + buttons.length) % buttons.length];
    if (from < 0 || (to === -1 && step !== -1) || !next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <div className="flex flex-wrap items-center gap-y-1">
      <div
        ref={bar}
        role="toolbar"
        tabIndex={-1}
        aria-label={t("format.toolbar")}
        onKeyDown={move}
        className="flex flex-wrap"
      >
        {COMMANDS.map(({ name, icon, keys, run }, index) => (
          <BarButton
            key={name}
            label={t(`format.${name}`)}
            keys={keys}
            icon={icon}
            pressed={COMMANDS[index]?.active ? active[index] : undefined}
            first={index === 0}
            onPress={() => run(editor)}
          />
        ))}
        <BarButton label={t("format.link")} icon={Link2} onPress={() => setLinking(!linking)} pressed={linking} />
      </div>
      {linking ? <LinkForm editor={editor} onDone={() => setLinking(false)} /> : null}
      {inTable ? <TableButtons editor={editor} /> : null}
    </div>
  );
}

interface BarButtonProps {
  label: string;
  keys?: string | undefined;
  icon: LucideIcon;
  pressed?: boolean | undefined;
  first?: boolean;
  onPress: () => void;
}

function BarButton({ label, keys, icon: Shape, pressed, first = false, onPress }: BarButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      tabIndex={first ? 0 : -1}
      // The editor keeps its selection: a press on the bar must not take the focus away first.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={classNames(
        "grid size-9 place-items-center rounded-base text-ink-soft hover:bg-sunken hover:text-ink",
        pressed && "bg-sunken text-accent",
      )}
    >
      <Shape aria-hidden="true" className="size-4.5" />
    </button>
  );
}
