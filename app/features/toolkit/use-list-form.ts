import { useNavigate, useSearchParams } from "@remix-run/react";
import { type FormEvent, useCallback, useEffect, useRef } from "react";
import { toolkitPath } from "./paths.ts";

/** Long enough to type a word, short enough to feel like an answer. */
const TYPING_PAUSE_MS = 250;

/** The address of what the form holds, without the fields that were left alone. */
function addressOf(form: HTMLFormElement): string {
  const filled = [...new FormData(form)].filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(filled).toString();
  return search ? `${toolkitPath}?${search}` : toolkitPath;
}

/** Brings the fields in line with the address, except the one in which somebody is typing. */
function follow(form: HTMLFormElement, address: URLSearchParams): void {
  for (const field of form.elements) {
    if (field === document.activeElement) continue;
    if (field instanceof HTMLSelectElement) field.value = address.get(field.name) ?? "";
    if (!(field instanceof HTMLInputElement)) continue;
    if (field.type === "checkbox") field.checked = address.getAll(field.name).includes(field.value);
    if (field.type === "search") field.value = address.get(field.name) ?? "";
  }
}

/**
 * The form of the list. Without script it is a plain GET form; with script every change is a new address at once, and
 * the address is the only memory: a reload, the back button and a sent link all show the same list.
 */
export function useListForm() {
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const form = useRef<HTMLFormElement>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>();

  const show = useCallback(() => {
    clearTimeout(pause.current);
    if (form.current) navigate(addressOf(form.current), { replace: true, preventScrollReset: true });
  }, [navigate]);

  useEffect(() => {
    if (form.current) follow(form.current, address);
  }, [address]);
  useEffect(() => () => clearTimeout(pause.current), []);

  return {
    ref: form,
    onChange: ({ target }: FormEvent<HTMLFormElement>) => {
      if (!(target instanceof HTMLInputElement) || target.type !== "search") return show();
      clearTimeout(pause.current);
      pause.current = setTimeout(show, TYPING_PAUSE_MS);
    },
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      show();
    },
  };
}
