import { useNavigation } from "@remix-run/react";
import { Button, type ButtonProps } from "./button.tsx";

interface SubmitButtonProps extends Omit<ButtonProps, "type" | "busy"> {
  /** For a fetcher's form: `busy={fetcher.state !== "idle"}`. Otherwise the page's own navigation tells. */
  busy?: boolean;
}

/** Sends its form once: while the answer is on its way a second press does nothing. */
export function SubmitButton({ busy, formAction, ...rest }: SubmitButtonProps) {
  const { state, formMethod } = useNavigation();
  const sending = state !== "idle" && formMethod !== undefined && formMethod !== "GET";
  return <Button type="submit" busy={busy ?? sending} formAction={formAction} {...rest} />;
}
